package dev.docent.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found damaged in the cache and made anew: a line each with the time, the part and the damage, between tabs.
 * The launcher writes here, too.
 */
record Mendings(@Nullable Path file) {
  private static final Duration RECENT = Duration.ofDays(7);
  private static final int FULL = 1 << 16;
  private static final int FIELDS = 3;

  void add(String part, String damage) {
    if (file == null) {
      return;
    }
    try {
      String line = Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\t" + part + "\t" + damage.replaceAll("\\s+", " ")
          + "\n";
      if (Files.exists(file) && Files.size(file) > FULL) {
        Files.delete(file);
      }
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // It is mended, even if nobody will hear of it.
    }
  }

  /** The last one of the past week, for a person; empty when there is none. */
  Optional<String> last(String part) {
    Instant since = Instant.now().minus(RECENT);
    return lines().stream()
        .map(line -> line.split("\t", FIELDS))
        .filter(fields -> fields.length == FIELDS && fields[1].equals(part) && after(fields[0], since))
        .reduce((earlier, later) -> later)
        .map(fields -> fields[2] + "; made anew at " + fields[0]);
  }

  private List<String> lines() {
    try {
      return file != null && Files.exists(file) && Files.size(file) <= 2 * FULL ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      // A list that can't be read, of things that are well again.
      return List.of();
    }
  }

  private static boolean after(String time, Instant since) {
    try {
      return Instant.parse(time).isAfter(since);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
