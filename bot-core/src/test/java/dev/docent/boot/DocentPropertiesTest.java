package dev.docent.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.DocentSettings;
import dev.docent.ModelName;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocentPropertiesTest {
  private static final UserFolders FOLDERS = UserFolders.of(Map.of(), Path.of("/users/ada"));

  @Test
  void nothingSetMeansOfflineOnTheFolderBesideTheLauncher() {
    DocentSettings settings = with(null, null, null, null, null, " ").settings(FOLDERS, "/opt/docent");

    assertThat(settings).isEqualTo(DocentSettings.of(Path.of("/opt/docent/knowledge"),
        Path.of("/users/ada/.local/share/docent")));
  }

  @Test
  void withoutALauncherTheFolderIsInTheWorkingDirectory() {
    assertThat(with(null, null, null, null, null, null).settings(FOLDERS, null).knowledge())
        .isEqualTo(Path.of("knowledge").toAbsolutePath());
  }

  @Test
  void everySettingIsTakenOver() {
    DocentSettings settings = with("~/papers", "ollama:qwen3", "http://localhost:11434", "90s", "true", "/data")
        .settings(FOLDERS, null);

    assertThat(settings).isEqualTo(new DocentSettings(Path.of("/users/ada/papers"), Path.of("/data"),
        ModelName.parse("ollama:qwen3"), URI.create("http://localhost:11434"), Duration.ofSeconds(90), true, true));
  }

  @Test
  void aValueThatCannotBeUsedNamesItsSettingAndTheRemedy() {
    assertRefused(with(null, "gpt", null, null, null, null), "docent.model: the model 'gpt' is unknown. Use offline");
    assertRefused(with(null, null, "localhost:80", null, null, null), "docent.model-base-url: 'localhost:80'");
    assertRefused(with(null, null, "http://[", null, null, null), "docent.model-base-url: ");
    assertRefused(with(null, null, null, "soon", null, null), "docent.model-timeout: 'soon' is no duration");
    assertRefused(with(null, null, null, "0s", null, null), "docent.model-timeout: '0s' is too short");
    assertRefused(with(null, null, null, null, "maybe", null), "docent.watch: 'maybe' is neither true nor false");
    assertRefused(with("a\0b", null, null, null, null, null), "docent.knowledge: ");
  }

  @Test
  void everySettingStandsInTheReadme() throws IOException {
    Path readme = Path.of("..", "README.md");
    if (!Files.exists(readme)) {
      return;
    }
    String text = Files.readString(readme);
    assertThat(Arrays.stream(DocentProperties.class.getRecordComponents()).map(RecordComponent::getName))
        .allSatisfy(name -> assertThat(text.lines())
            .anyMatch(line -> line.startsWith("|") && line.contains("`docent." + dashed(name) + "`")));
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static void assertRefused(DocentProperties properties, String message) {
    assertThatThrownBy(() -> properties.settings(FOLDERS, null)).isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(message);
  }

  private static DocentProperties with(@Nullable String knowledge, @Nullable String model, @Nullable String url,
      @Nullable String timeout, @Nullable String watch, @Nullable String data) {
    return new DocentProperties(knowledge, model, url, timeout, watch, data, null, null, null, null, null);
  }
}
