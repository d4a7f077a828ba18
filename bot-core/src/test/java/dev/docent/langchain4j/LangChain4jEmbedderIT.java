package dev.docent.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LangChain4jEmbedderIT {

  @Test
  void givesUnitVectorsInTheOrderOfTheTexts() {
    var embedder = new LangChain4jEmbedder();
    embedder.preload();
    String dogs = "Dogs are allowed in the office.";
    List<float[]> vectors = embedder
        .embed(List.of(dogs, "The treaty was signed in 1933.", "May I bring my puppy to work?", dogs));
    assertThat(vectors).hasSize(4).allSatisfy(vector -> {
      assertThat(vector).hasSize(embedder.dimensions());
      assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    });
    assertThat(dot(vectors.get(0), vectors.get(3))).isCloseTo(1, within(1e-5));
    assertThat(dot(vectors.get(0), vectors.get(2))).isGreaterThan(dot(vectors.get(0), vectors.get(1)));
  }

  @Test
  void takesTextsLongerThanTheModelsWindow() {
    assertThat(new LangChain4jEmbedder().embed(List.of("word ".repeat(3000)))).hasSize(1);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
