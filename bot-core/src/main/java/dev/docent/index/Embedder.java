package dev.docent.index;

import dev.docent.corpus.Language;
import java.util.List;

/** Turns texts into vectors of unit length, so that the dot product is the cosine. Safe for use by several threads. */
public interface Embedder {

  /** Identifies the model; vectors of different names can't be compared. */
  String name();

  /** The number of dimensions of each vector. */
  int dimensions();

  /** Whether the model knows the language; a vector of another language does more harm than good. */
  boolean understands(Language language);

  /**
   * The vectors of the texts, in their order.
   *
   * @throws EmbeddingException when the model can't be loaded or fails
   * @throws java.util.concurrent.CancellationException when the thread is interrupted, or the program is ending
   */
  List<float[]> embed(List<String> texts);
}
