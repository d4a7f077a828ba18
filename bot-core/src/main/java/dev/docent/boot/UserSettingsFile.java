package dev.docent.boot;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;

/** Adds the user's {@code docent.yaml} below flags and environment variables. */
final class UserSettingsFile implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    addTo(environment, UserFolders.current().settingsFile());
  }

  static void addTo(ConfigurableEnvironment environment, Path file) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    UserFolders folders = UserFolders.current();
    // A folder elsewhere, such as /etc/docent, is an administrator's, who knows for whom it is open.
    if (file.equals(folders.settingsFile()) && file.startsWith(folders.home())) {
      OwnerOnly.close(folders.config());
    }
    try {
      new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file))
          .forEach(environment.getPropertySources()::addLast);
      DefaultPropertiesPropertySource.moveToEnd(environment);
    } catch (IOException | YAMLException | IllegalStateException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InvalidSettingException(file.toString(), "can't be read as YAML (" + first + "). Mend or remove it");
    }
  }
}
