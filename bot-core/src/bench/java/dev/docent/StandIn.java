package dev.docent;

import dev.docent.corpus.Language;
import dev.docent.index.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors of the right size that say nothing. */
final class StandIn implements Embedder {
  @Override
  public String name() {
    return "stand-in";
  }

  @Override
  public int dimensions() {
    return 384;
  }

  @Override
  public boolean understands(Language language) {
    return language == Language.ENGLISH;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    var vectors = new ArrayList<float[]>();
    for (String text : texts) {
      var random = new Random(text.hashCode());
      var vector = new float[dimensions()];
      double square = 0;
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) random.nextGaussian();
        square += vector[i] * vector[i];
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= (float) Math.sqrt(square);
      }
      vectors.add(vector);
    }
    return vectors;
  }
}
