package dev.docent;

import dev.docent.answer.pipeline.Answerer;
import dev.docent.answer.pipeline.CitationVerifier;
import dev.docent.answer.ClaimCheck;
import dev.docent.answer.claim.FactCheck;
import dev.docent.answer.document.DocumentEvidence;
import dev.docent.answer.document.DocumentReader;
import dev.docent.answer.extractive.ExtractiveReader;
import dev.docent.answer.extractive.NewestWords;
import dev.docent.answer.EvidenceSource;
import dev.docent.answer.FallbackReader;
import dev.docent.answer.Reader;
import dev.docent.answer.ReaderException;
import dev.docent.answer.SpanReader;
import dev.docent.answer.onnx.OnnxSpanReader;
import dev.docent.conversation.ConversationStore;
import dev.docent.conversation.RecentTurns;
import dev.docent.corpus.Splitter;
import dev.docent.corpus.TextRange;
import dev.docent.corpus.files.FolderSource;
import dev.docent.corpus.opennlp.OpenNlpLanguageDetector;
import dev.docent.gaps.GapStore;
import dev.docent.gaps.files.GapFile;
import dev.docent.index.EmbeddingException;
import dev.docent.index.IndexException;
import dev.docent.index.IndexManifest;
import dev.docent.index.SegmentIndex;
import dev.docent.index.SegmentIndexProvider;
import dev.docent.index.lucene.LuceneSegmentIndex;
import dev.docent.langchain4j.ApplicationModel;
import dev.docent.langchain4j.ChatModelQueryRewriter;
import dev.docent.langchain4j.ChatModelReader;
import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.langchain4j.SecondLook;
import dev.docent.langchain4j.ModelFactory;
import dev.docent.onnx.OnnxModels;
import dev.docent.onnx.ModelShutdown;
import dev.docent.privacy.OwnerOnly;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens Docent: the only place that knows which adapter serves which port. */
public final class DocentFactory {
  private static final int TURNS = 10;
  private static final int CONVERSATIONS = 1_000;
  private static final int GAPS = 1_000;
  private static final String GAP_FOLDER = "gaps";
  private static final System.Logger LOG = System.getLogger(DocentFactory.class.getName());

  private DocentFactory() {}

  /**
   * Opens the index of the settings' folder; nothing is read and no model is loaded yet.
   *
   * @throws dev.docent.index.IndexException when the index folder can't be used
   * @throws dev.docent.corpus.CorpusUnavailableException when there is neither the folder nor an index of it
   */
  public static Docent open(DocentSettings settings) {
    var models = new Models();
    return open(settings, models, null, List.of(models::close));
  }

  /**
   * The same with models that may be loading already, and stay the caller's.
   *
   * @throws dev.docent.index.IndexException when the index folder can't be used
   * @throws dev.docent.corpus.CorpusUnavailableException when there is neither the folder nor an index of it
   */
  public static Docent open(DocentSettings settings, Models models) {
    return open(settings, models, null, List.of());
  }

  /**
   * For an application that Docent is part of.
   *
   * @param models closed with it
   * @param lent writes answers where the settings name a model of {@link ModelName.Provider#APPLICATION}
   * @throws dev.docent.index.IndexException when the index folder can't be used
   * @throws dev.docent.corpus.CorpusUnavailableException when there is neither the folder nor an index of it
   */
  public static Docent open(DocentSettings settings, Models models, @Nullable ApplicationModel lent) {
    return open(settings, models, lent, List.of(models::close));
  }

  /**
   * Ends the program in order and soon, whatever its models are at; it doesn't return. Who ends otherwise takes ONNX
   * Runtime down under whatever runs.
   */
  public static void end(int code) {
    ModelShutdown.with(code);
  }

  private static Docent open(DocentSettings settings, Models models, @Nullable ApplicationModel lent,
      List<Runnable> closing) {
    LangChain4jEmbedder embedder = models.embedder;
    Path folder = indexFolder(settings);
    var source = new FolderSource(settings.knowledge(), new OpenNlpLanguageDetector());
    // A mistyped folder leaves nothing behind; one that is gone for now keeps the index it has.
    if (settings.index().embedded() && !Files.exists(folder)) {
      source.mustBeThere();
    }
    closeToOthers(settings.data(), Set.of("indexes", GAP_FOLDER, "telegram"));
    IndexChoice chosen = settings.index();
    SegmentIndexProvider elsewhere = chosen.embedded() ? null : provider(chosen);
    SegmentIndex index = elsewhere == null
        ? LuceneSegmentIndex.open(folder, embedder::understands)
        : elsewhere.open(chosen.settings(), embedder::understands);
    var manifest = new IndexManifest(embedder.name(), Splitter.VERSION,
        elsewhere == null ? LuceneSegmentIndex.FORMAT : elsewhere.format());
    var reloader = new Reloader(source, new Splitter(), index, manifest);
    ConversationStore conversations = new RecentTurns(TURNS, CONVERSATIONS);
    var retriever = new HybridRetriever(new LexicalRetriever(), new DenseRetriever(new QueryVectors(embedder)),
        embedder);
    var recipe = new Recipe(settings, index, conversations, retriever,
        offline(models.spans), new FactCheck(), lent);
    return new LocalDocent(settings, folder, index, reloader, new VectorFiller(index, embedder), conversations,
        recipe::answerer, List.of(models::load), closing,
        listener -> WatchThread.start(source, reloader, listener), gaps(settings, folder));
  }

  /** An index of a module that whoever doesn't use it doesn't have. */
  private static SegmentIndexProvider provider(IndexChoice chosen) {
    String name = chosen.name();
    return Extensions.find(SegmentIndexProvider.class, name, index -> index.name().equals(name))
        .orElseThrow(() -> new IndexException("docent.index: there is no index '" + name
            + "' here; embedded is always there. Another takes its jars: "
            + Optional.ofNullable(Extensions.place(name))
                .map(folder -> "they belong in " + folder + ", and come in extension-" + name + "-VERSION.tar.gz.")
                .orElse("put dev.docent:index-" + name + " on the class path.")));
  }

  private static Reader offline(SpanReader spans) {
    var passages = new ExtractiveReader(spans);
    return new DocumentReader(passages, new NewestWords(passages));
  }

  /** What others may read of it was made by an older version. What can't be made here is told by whoever needs it. */
  private static void closeToOthers(Path folder, Set<String> ours) {
    try {
      if (ours.isEmpty()) {
        OwnerOnly.folder(folder);
      } else {
        OwnerOnly.folder(folder, ours);
      }
      for (String name : ours) {
        if (Files.isDirectory(folder.resolve(name))) {
          OwnerOnly.folder(folder.resolve(name));
        }
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "not closed to others: {0}", e);
    }
  }

  private static GapStore gaps(DocentSettings settings, Path indexFolder) {
    return new GapFile(settings.data().resolve(GAP_FOLDER).resolve(indexFolder.getFileName() + ".jsonl"), GAPS);
  }

  /** What the launcher says; who starts Docent otherwise does without. */
  private static @Nullable Path cacheFolder() {
    String folder = System.getProperty("docent.cache");
    if (folder == null || folder.isBlank()) {
      return null;
    }
    Path cache = Path.of(folder);
    if (Files.isDirectory(cache)) {
      closeToOthers(cache, Set.of());
    }
    return cache.resolve("models");
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
    private static final String TRIED = "Docent looks whether it can read.";

    private final OnnxModels opened;
    private final LangChain4jEmbedder embedder;
    private final OnnxSpanReader spans;

    public Models() {
      this(cacheFolder());
    }

    /** @param kept where what takes long to make of them is kept for the next start; null to make it each time */
    public Models(@Nullable Path kept) {
      opened = OnnxModels.keptIn(kept);
      embedder = new LangChain4jEmbedder(opened);
      spans = new OnnxSpanReader(opened);
    }

    /** Begins to load them beside whatever else is done; one that can't be loaded says so when it's needed. */
    public void load() {
      embedder.preload();
      spans.preload();
    }

    /** Uses each part once, which takes a moment, and tells what damage in what is kept of it was mended lately. */
    public List<ModelCheck> check() {
      return List.of(checked(OnnxModels.LIBRARIES, opened::libraries),
          checked(LangChain4jEmbedder.PART, () -> {
            List<float[]> made = embedder.embed(List.of(TRIED));
            return embedder.name() + ", " + made.getFirst().length + " dimensions";
          }),
          checked(OnnxSpanReader.PART, () -> {
            var text = new SpanReader.Text(TRIED, List.of(new TextRange(0, TRIED.length())));
            return spans.read("Who?", List.of(text)).isEmpty() ? "" : OnnxSpanReader.NAME;
          }));
    }

    /** What damage in a part of the cache was mended lately, and when; empty when none was. */
    public String mended(String part) {
      return opened.mended(part).orElse("");
    }

    private ModelCheck checked(String part, Supplier<String> use) {
      String found = "";
      String trouble = "";
      try {
        found = use.get();
      } catch (EmbeddingException | ReaderException e) {
        trouble = String.valueOf(e.getMessage());
      } catch (RuntimeException | LinkageError e) {
        trouble = e.toString();
      }
      return new ModelCheck(part, found, trouble, mended(part));
    }

    /** Tells whatever they are at to end; they are of no use from then on. */
    @Override
    public void close() {
      opened.close();
    }
  }

  /** Puts an answerer together for a model. */
  private record Recipe(DocentSettings settings, SegmentIndex index, ConversationStore conversations,
      Retriever retriever, Reader offline, ClaimCheck facts, @Nullable ApplicationModel lent) {

    Answerer answerer(ModelName model) {
      QueryRewriter byRule = new FollowUpRewriter();
      Reranker reranker = new NamedDocuments(new CoverageReranker());
      EvidenceSource special = new DocumentEvidence();
      if (!model.remote()) {
        return new Answerer(index, conversations, byRule, special, retriever, reranker, offline,
            new CitationVerifier(facts));
      }
      ModelFactory factory = factory(model);
      return new Answerer(index, conversations, new ChatModelQueryRewriter(factory, byRule), special, retriever,
          reranker,
          new FallbackReader(new ChatModelReader(factory, settings.modelPassages()), offline),
          new CitationVerifier(
              settings.verify() == DocentSettings.Verify.MODEL ? new SecondLook(factory, facts) : facts));
    }

    private ModelFactory factory(ModelName model) {
      if (model.provider() != ModelName.Provider.APPLICATION) {
        return new ModelFactory(model, settings.modelBaseUrl(), settings.modelTimeout(), System::getenv);
      }
      if (lent == null || !lent.name().equals(model)) {
        throw new IllegalArgumentException("no application has lent a model that is called " + model);
      }
      return new ModelFactory(lent, settings.modelTimeout());
    }
  }
}
