package dev.docent;

import dev.docent.answer.Answerer;
import dev.docent.answer.CitationVerifier;
import dev.docent.answer.ExtractiveReader;
import dev.docent.answer.FallbackReader;
import dev.docent.answer.NewestWords;
import dev.docent.answer.Reader;
import dev.docent.answer.onnx.OnnxSpanReader;
import dev.docent.conversation.ConversationStore;
import dev.docent.conversation.RecentTurns;
import dev.docent.corpus.Splitter;
import dev.docent.corpus.files.FolderSource;
import dev.docent.corpus.opennlp.OpenNlpLanguageDetector;
import dev.docent.gaps.GapStore;
import dev.docent.gaps.files.GapFile;
import dev.docent.index.IndexManifest;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import dev.docent.langchain4j.ChatModelQueryRewriter;
import dev.docent.langchain4j.ChatModelReader;
import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.langchain4j.ModelFactory;
import dev.docent.onnx.OnnxModels;
import dev.docent.reload.Reloader;
import dev.docent.reload.VectorFiller;
import dev.docent.reload.WatchThread;
import dev.docent.retrieval.CoverageReranker;
import dev.docent.retrieval.DenseRetriever;
import dev.docent.retrieval.FollowUpRewriter;
import dev.docent.retrieval.HybridRetriever;
import dev.docent.retrieval.LexicalRetriever;
import dev.docent.retrieval.NamedDocuments;
import dev.docent.retrieval.QueryRewriter;
import dev.docent.retrieval.QueryVectors;
import dev.docent.retrieval.Reranker;
import dev.docent.retrieval.Retriever;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens Docent: the only place that knows which adapter serves which port. */
public final class Docents {
  private static final int TURNS = 10;
  private static final int CONVERSATIONS = 1_000;
  private static final int GAPS = 1_000;

  private Docents() {}

  /**
   * Opens the index of the settings' folder; nothing is read and no model is loaded yet.
   *
   * @throws dev.docent.index.IndexException when the index folder can't be used
   * @throws dev.docent.corpus.CorpusUnavailableException when there is neither the folder nor an index of it
   */
  public static Docent open(DocentSettings settings) {
    return open(settings, new Models());
  }

  /**
   * The same with models that may be loading already.
   *
   * @throws dev.docent.index.IndexException when the index folder can't be used
   * @throws dev.docent.corpus.CorpusUnavailableException when there is neither the folder nor an index of it
   */
  public static Docent open(DocentSettings settings, Models models) {
    LangChain4jEmbedder embedder = models.embedder;
    Path folder = indexFolder(settings);
    var source = new FolderSource(settings.knowledge(), new OpenNlpLanguageDetector());
    // A mistyped folder leaves nothing behind; one that is gone for now keeps the index it has.
    if (!Files.exists(folder)) {
      source.mustBeThere();
    }
    SegmentIndex index = LuceneSegmentIndex.open(folder, embedder::understands);
    var manifest = new IndexManifest(embedder.name(), Splitter.VERSION, LuceneSegmentIndex.FORMAT);
    var reloader = new Reloader(source, new Splitter(), index, manifest);
    ConversationStore conversations = new RecentTurns(TURNS, CONVERSATIONS);
    var retriever = new HybridRetriever(new LexicalRetriever(), new DenseRetriever(new QueryVectors(embedder)),
        embedder);
    var recipe = new Recipe(settings, index, conversations, retriever,
        new NewestWords(new ExtractiveReader(models.spans)),
        new CitationVerifier(models.spans));
    return new LocalDocent(settings, folder, index, reloader, new VectorFiller(index, embedder), conversations,
        recipe::answerer, List.of(models::load),
        listener -> WatchThread.start(source, reloader, listener), gaps(settings, folder));
  }

  private static GapStore gaps(DocentSettings settings, Path indexFolder) {
    return settings.gaps()
        ? new GapFile(settings.data().resolve("gaps").resolve(indexFolder.getFileName() + ".jsonl"), GAPS)
        : GapStore.NONE;
  }

  /** What the launcher says; who starts Docent otherwise does without. */
  private static @Nullable Path cacheFolder() {
    String folder = System.getProperty("docent.cache");
    return folder == null || folder.isBlank() ? null : Path.of(folder).resolve("models");
  }

  /** One index a knowledge folder, named so that a person finds it again. */
  static Path indexFolder(DocentSettings settings) {
    Path knowledge = settings.knowledge();
    Path name = knowledge.getFileName();
    UUID id = UUID.nameUUIDFromBytes(knowledge.toString().getBytes(StandardCharsets.UTF_8));
    return settings.data()
        .resolve("indexes")
        .resolve((name == null ? "root" : name) + "-" + id.toString().substring(0, 13));
  }

  /** The models that run in this process. None is loaded until it's needed, or begun to be. */
  public static final class Models implements AutoCloseable {
    private final OnnxModels opened;
    private final LangChain4jEmbedder embedder;
    private final OnnxSpanReader spans;

    public Models() {
      opened = OnnxModels.keptIn(cacheFolder());
      embedder = new LangChain4jEmbedder(opened);
      spans = new OnnxSpanReader(opened);
    }

    /** Begins to load them beside whatever else is done; one that can't be loaded says so when it's needed. */
    public void load() {
      embedder.preload();
      spans.preload();
    }

    /** Waits until none is being loaded any more: to be called before a process ends that may just be at it. */
    @Override
    public void close() {
      opened.close();
    }
  }

  /** Puts an answerer together for a model. */
  private record Recipe(DocentSettings settings, SegmentIndex index, ConversationStore conversations,
      Retriever retriever, Reader offline, CitationVerifier verifier) {

    Answerer answerer(ModelName model) {
      QueryRewriter byRule = new FollowUpRewriter();
      Reranker reranker = new NamedDocuments(new CoverageReranker());
      if (!model.remote()) {
        return new Answerer(index, conversations, byRule, retriever, reranker, offline, verifier);
      }
      var factory = new ModelFactory(model, settings.modelBaseUrl(), settings.modelTimeout(), System::getenv);
      return new Answerer(index, conversations, new ChatModelQueryRewriter(factory, byRule), retriever, reranker,
          new FallbackReader(new ChatModelReader(factory), offline), verifier);
    }
  }
}
