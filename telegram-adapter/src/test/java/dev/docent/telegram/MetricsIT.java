package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator looks at. */
class MetricsIT {
  @Test
  void theIndexShowsItsGenerationAndHowFarItsVectorsAreBehind(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.generation = 7;
      stage.docent.behind = 3;
      assertThat(gauge(stage, "index.generation")).isEqualTo(7);
      assertThat(gauge(stage, "vectors.missing")).isEqualTo(3);
      stage.docent.generation = 8;
      stage.docent.behind = 0;
      assertThat(gauge(stage, "index.generation")).isEqualTo(8);
      assertThat(gauge(stage, "vectors.missing")).isZero();
    }
  }

  private static double gauge(Stage stage, String name) {
    return stage.meters.get("docent.telegram." + name).gauge().value();
  }
}
