package dev.docent.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UserSettingsFileTest {
  private final Path folder;

  UserSettingsFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFlagBeatsTheEnvironmentWhichBeatsTheFile() throws IOException {
    var environment = new StandardEnvironment();
    environment.getPropertySources()
        .replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("DOCENT_MODEL", "ollama:env", "DOCENT_MODEL_BASE_URL", "http://env", "DOCENT_KNOWLEDGE",
                    "/env")));
    environment.getPropertySources().addFirst(new MapPropertySource("flags", Map.of("docent.knowledge", "/flag")));
    UserSettingsFile.addTo(environment,
        file("docent:\n  model: offline\n  model-base-url: http://file\n  watch: true"));

    DocentProperties bound = Binder.get(environment).bind("docent", DocentProperties.class).get();

    assertThat(bound).isEqualTo(new DocentProperties("/flag", "ollama:env", "http://env", null, "true", null, null,
        null, null, null, null));
  }

  @Test
  void aFileThatIsNoYamlIsNamed() throws IOException {
    Path file = file("docent: [unclosed");

    assertThatThrownBy(() -> UserSettingsFile.addTo(new StandardEnvironment(), file))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("YAML");
  }

  @Test
  void aFileThatIsNotThereIsNoMatter() {
    var environment = new StandardEnvironment();
    UserSettingsFile.addTo(environment, folder.resolve("docent.yaml"));

    assertThat(environment.getProperty("docent.model")).isNull();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("docent.yaml"), text);
  }
}
