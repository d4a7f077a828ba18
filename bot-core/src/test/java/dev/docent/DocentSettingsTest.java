package dev.docent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DocentSettingsTest {
  private static final Path DATA = Path.of("data");

  @Test
  void sendsNothingAwayUnlessAskedTo() {
    DocentSettings settings = DocentSettings.of(Path.of("knowledge"), DATA);
    assertThat(settings.model()).isEqualTo(ModelName.OFFLINE);
    assertThat(settings.modelBaseUrl()).isNull();
  }

  @Test
  void meansTheSameFolderHoweverItIsWritten() {
    DocentSettings plain = DocentSettings.of(Path.of("knowledge"), DATA);
    DocentSettings odd = DocentSettings.of(Path.of("x/..//knowledge/."), DATA);
    assertThat(odd).isEqualTo(plain);
    assertThat(plain.knowledge()).isAbsolute();
    assertThat(DocentFactory.indexFolder(odd)).isEqualTo(DocentFactory.indexFolder(plain));
  }

  @Test
  void keepsAnIndexForEachFolder() {
    Path one = DocentFactory.indexFolder(DocentSettings.of(Path.of("a/notes"), DATA));
    Path other = DocentFactory.indexFolder(DocentSettings.of(Path.of("b/notes"), DATA));
    assertThat(one).isNotEqualTo(other);
    assertThat(one.getFileName().toString()).startsWith("notes-");
    assertThat(DocentFactory.indexFolder(DocentSettings.of(Path.of("/"), DATA)).getFileName().toString())
        .startsWith("root");
  }

  @Test
  void refusesATimeoutThatNoModelCouldMeet() {
    for (Duration timeout : new Duration[]{Duration.ZERO, Duration.ofSeconds(-1)}) {
      assertThatThrownBy(
          () -> new DocentSettings(Path.of("k"), DATA, ModelName.OFFLINE, null, timeout, false, true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("docent.model-timeout");
    }
  }
}
