package dev.docent.shell.doctor;

import java.util.Locale;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Says where a setting comes from. */
public record SettingOrigins(ConfigurableEnvironment environment) {
  public static final String FLAGS = "flags";

  /** @param name the setting without {@code docent.}, with dashes */
  String of(String name) {
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source.getName().equals(FLAGS) && source.containsProperty("docent." + name)) {
        return "--" + name;
      }
    }
    String variable = "DOCENT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    if (environment.getSystemEnvironment().containsKey(variable)) {
      return variable;
    }
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source.getName().contains("docent.yaml") && source.containsProperty("docent." + name)) {
        return "docent.yaml";
      }
    }
    return "default";
  }
}
