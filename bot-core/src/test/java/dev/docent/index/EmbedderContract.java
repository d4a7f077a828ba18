package dev.docent.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every embedder does. */
public abstract class EmbedderContract {
  private final Embedder embedder;

  protected EmbedderContract(Embedder embedder) {
    this.embedder = embedder;
  }

  @Test
  void makesOneVectorOfUnitLengthForEachText() {
    List<float[]> vectors = embedder.embed(List.of("Boats come.", "?", "Лодки", "nets ".repeat(2_000)));
    assertThat(vectors).hasSize(4).allSatisfy(vector -> {
      assertThat(vector).hasSize(embedder.dimensions());
      assertThat(dot(vector, vector)).isCloseTo(1, within(1e-3));
    });
  }

  @Test
  void keepsTheOrderOfTheTexts() {
    List<float[]> there = embedder.embed(List.of("Boats come.", "Nets"));
    List<float[]> back = embedder.embed(List.of("Nets", "Boats come."));
    assertThat(dot(there.getFirst(), back.getLast())).isCloseTo(1, within(0.02));
    assertThat(dot(there.getFirst(), back.getFirst())).isLessThan(0.98);
  }

  @Test
  void makesNothingOfNothing() {
    assertThat(embedder.embed(List.of())).isEmpty();
  }

  @Test
  void hasAName() {
    assertThat(embedder.name()).isNotBlank().isEqualTo(embedder.name());
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
