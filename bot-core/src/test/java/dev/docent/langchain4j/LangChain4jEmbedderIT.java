package dev.docent.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docent.onnx.OnnxModels;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LangChain4jEmbedderIT {
  private static final LangChain4jEmbedder EMBEDDER = new LangChain4jEmbedder(OnnxModels.UNKEPT);

  @Test
  void givesUnitVectorsInTheOrderOfTheTexts() {
    EMBEDDER.preload();
    String dogs = "Dogs are allowed in the office.";
    List<float[]> vectors = EMBEDDER
        .embed(List.of(dogs, "The treaty was signed in 1933.", "May I bring my puppy to work?", dogs));
    assertThat(vectors).hasSize(4).allSatisfy(vector -> {
      assertThat(vector).hasSize(EMBEDDER.dimensions());
      assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    });
    assertThat(dot(vectors.get(0), vectors.get(3))).isCloseTo(1, within(1e-5));
    assertThat(dot(vectors.get(0), vectors.get(2))).isGreaterThan(dot(vectors.get(0), vectors.get(1)));
  }

  @Test
  void takesTextsLongerThanTheModelsWindow() {
    assertThat(EMBEDDER.embed(List.of("word ".repeat(3000)))).hasSize(1);
  }

  @Test
  void givesTheVectorsOfLangChain4jsOwnModel() {
    List<String> texts = List.of("Dogs are allowed in the office.", "word ".repeat(700),
        "The café of Zoë opens at 6:30 — \"daily\"; naïve ﬁsh, 東京, кот.", "A", "x".repeat(300),
        "## Fees\n\n- 15 crowns\n");
    List<float[]> ours = EMBEDDER.embed(texts);
    var theirs = new BgeSmallEnV15QuantizedEmbeddingModel();
    for (int i = 0; i < texts.size(); i++) {
      assertThat(dot(ours.get(i), theirs.embed(texts.get(i)).content().vector())).as(texts.get(i))
          .isCloseTo(1, within(1e-5));
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
