package dev.docent.shell.doctor;

import dev.docent.shell.text.Phrases;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher keeps of a start so that the next one is quicker. It says how that went in properties.
 *
 * @param properties by their name; null for one that isn't there
 * @param mendings what was lately mended of a part of the cache; empty when nothing was
 */
public record StartCache(UnaryOperator<@Nullable String> properties, UnaryOperator<String> mendings) {
  private static final String NAME = "start cache";

  Finding finding() {
    String mended = mendings.apply(NAME);
    return switch (said("state")) {
      case "used" -> Finding.ok(NAME, Phrases.mended(said("cache"), mended));
      case "making" -> Finding.ok(NAME, Phrases.mended("is being made: the next start is quicker", mended));
      case "off" -> Finding.ok(NAME, "switched off");
      case "none" -> Finding.hint(NAME, Phrases.mended("none; each start takes longer than it need", mended),
          "is there room in the cache folder, and may it be written? It is tried again after a day");
      default -> Finding.ok(NAME, "none: not started by the launcher");
    };
  }

  private String said(String what) {
    @Nullable
    String value = properties.apply("docent.start." + what);
    return value == null ? "" : value;
  }
}
