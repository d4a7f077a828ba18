package dev.docent.langchain4j;

import dev.docent.corpus.Language;
import dev.docent.index.Embedder;
import dev.docent.index.EmbeddingException;
import dev.docent.onnx.OnnxModels;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The English embedding model bge-small-en-v1.5, quantised, inside this process. It is loaded by the first call that
 * needs it, once; a load that failed is not tried again.
 */
public final class LangChain4jEmbedder implements Embedder {
  /** What a person calls it. */
  public static final String PART = "embedding";

  private static final int DIMENSIONS = 384;

  private final Supplier<EmbeddingModel> loader;
  private @Nullable EmbeddingModel loaded;
  private @Nullable EmbeddingException failed;

  public LangChain4jEmbedder(OnnxModels models) {
    this(() -> InProcessModel.load(models));
  }

  LangChain4jEmbedder(Supplier<EmbeddingModel> loader) {
    this.loader = loader;
  }

  @Override
  public String name() {
    return "bge-small-en-v1.5-q";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public boolean understands(Language language) {
    return language == Language.ENGLISH;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    EmbeddingModel model = model();
    // The longest first: at the end no core waits long for the other's last text.
    List<Integer> order = IntStream.range(0, texts.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> -texts.get(i).length()))
        .toList();
    try {
      List<Embedding> made = model.embedAll(order.stream().map(i -> TextSegment.from(texts.get(i))).toList()).content();
      var vectors = new float[texts.size()][];
      for (int i = 0; i < vectors.length; i++) {
        vectors[order.get(i)] = unit(made.get(i));
      }
      return List.of(vectors);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new EmbeddingException("the embedding model " + name() + " failed on " + texts.size() + " texts", e);
    }
  }

  /** Begins to load the model beside whatever else is done; failures show up in {@link #embed}. */
  public void preload() {
    Thread.ofPlatform().daemon().name("docent-embedding-model").start(() -> {
      try {
        model();
      } catch (EmbeddingException | CancellationException e) {
        // Kept for the first caller who needs a vector; nobody will if the program is ending.
      }
    });
  }

  private synchronized EmbeddingModel model() {
    if (failed != null) {
      throw failed;
    }
    if (loaded == null) {
      try {
        loaded = loader.get();
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException | LinkageError e) {
        failed = new EmbeddingException("the embedding model " + name() + " can't be loaded on "
            + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ": " + root(e), e);
        throw failed;
      }
    }
    return loaded;
  }

  private static float[] unit(Embedding embedding) {
    float[] vector = embedding.vector();
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    float norm = (float) Math.sqrt(square);
    for (int i = 0; norm > 0 && i < vector.length; i++) {
      vector[i] /= norm;
    }
    return vector;
  }

  private static String root(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.getClass().getSimpleName());
  }
}
