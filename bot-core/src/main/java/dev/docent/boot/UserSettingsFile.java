package dev.docent.boot;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;

/** Adds the user's {@code docent.yaml} below flags and environment variables. */
final class UserSettingsFile implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    addTo(environment, UserFolders.current().settingsFile());
  }

  /** Of a settings file only what is Docent's: what else stands there would set up Spring, which isn't the user's matter. */
  private static PropertySource<?> ours(PropertySource<?> source) {
    var ours = new LinkedHashMap<String, Object>();
    if (source.getSource() instanceof Map<?, ?> all) {
      all.forEach((name, value) -> {
        if (String.valueOf(name).startsWith("docent.")) {
          ours.put(String.valueOf(name), value);
        }
      });
    }
    return new OriginTrackedMapPropertySource(source.getName(), ours);
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
      for (PropertySource<?> source : new YamlPropertySourceLoader().load(file.toString(),
          new FileSystemResource(file))) {
        environment.getPropertySources().addLast(ours(source));
      }
      DefaultPropertiesPropertySource.moveToEnd(environment);
    } catch (IOException | YAMLException | IllegalStateException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InvalidSettingException(file.toString(), "can't be read as YAML (" + first + "). Mend or remove it");
    }
  }
}
