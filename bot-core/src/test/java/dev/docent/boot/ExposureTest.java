package dev.docent.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ExposureTest {
  private static final String TOKEN = "123456789:AAExample-Example_Example0123456789";
  private final Path folder;
  private final Path settings;

  ExposureTest(@TempDir Path folder) {
    this.folder = folder;
    this.settings = folder.resolve("docent.yaml");
  }

  private static Path file(Path path, String mode, String words) throws IOException {
    Files.writeString(path, words);
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private List<Exposure> exposed(Map<String, Object> set) {
    var environment = new StandardEnvironment();
    environment.getPropertySources()
        .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    environment.getPropertySources().addFirst(new MapPropertySource("set", set));
    UserSettingsFile.addTo(environment, settings);
    return Exposure.of(environment, settings);
  }

  @Test
  void aTokenInSettingsThatOthersMayReadIsTold() throws IOException {
    file(settings, "rw-r--r--", "docent:\n  telegram:\n    token: " + TOKEN + "\n");
    assertThat(exposed(Map.of())).singleElement().satisfies(exposure -> {
      assertThat(exposure.line()).contains("docent.telegram.token", settings.toString(), "644", "chmod 600")
          .doesNotContain("AAExample");
    });
  }

  @Test
  void settingsWithoutASecretOrClosedToOthersAreNone() throws IOException {
    file(settings, "rw-r--r--", "docent:\n  watch: true\n  telegram:\n    token-file: /nowhere\n");
    assertThat(exposed(Map.of())).isEmpty();
    file(settings, "rw-------", "docent.telegram.token: " + TOKEN);
    assertThat(exposed(Map.of())).isEmpty();
  }

  @Test
  void aPasswordInAnAddressIsASecretToo() throws IOException {
    file(settings, "rw-r--r--", "docent.model-base-url: https://me:hush@example.org/v1");
    assertThat(exposed(Map.of())).singleElement()
        .satisfies(exposure -> assertThat(exposure.line()).contains("docent.model-base-url").doesNotContain("hush"));
  }

  @Test
  void aTokenFileThatOthersMayReadIsTold() throws IOException {
    Path token = file(folder.resolve("token"), "rw-r--r--", TOKEN);
    Map<String, Object> set = Map.of("docent.telegram.token-file", token.toString());
    assertThat(exposed(set)).singleElement()
        .satisfies(exposure -> assertThat(exposure.line()).contains(token.toString(), "644"));
    file(token, "r--------", TOKEN);
    assertThat(exposed(set)).isEmpty();
    assertThat(exposed(Map.of("docent.telegram.token-file", "a\0b"))).isEmpty();
  }

  @Test
  void whatTravelsUnencryptedToAnotherMachineIsTold() {
    assertThat(exposed(Map.of("docent.telegram.base-url", "http://example.org"))).singleElement()
        .satisfies(exposure -> assertThat(exposure.line()).contains("the bot's token", "example.org", "https"));
    assertThat(exposed(Map.of("docent.telegram.base-url", "http://127.0.0.1:8081"))).isEmpty();
    assertThat(
        exposed(Map.of("docent.model", "openai:x", "docent.model-base-url", "http://example.org", "OPENAI_API_KEY",
            "k")))
        .singleElement()
        .satisfies(exposure -> assertThat(exposure.line()).contains("OPENAI_API_KEY"));
    assertThat(exposed(Map.of("docent.model", "openai:x", "docent.model-base-url", "http://example.org"))).isEmpty();
  }
}
