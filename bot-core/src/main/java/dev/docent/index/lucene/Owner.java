package dev.docent.index.lucene;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Who is changing the index, in a small file beside it. For messages only: the lock itself is Lucene's, and a file that
 * a crash left behind locks nobody out.
 */
record Owner(long pid, Instant since, Work work) {

  /** What the index is changed for. */
  enum Work {
    RELOAD, VECTORS
  }

  private static final String FILE = "docent.owner";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
      .withZone(ZoneId.systemDefault());

  static Owner now(Work work) {
    return new Owner(ProcessHandle.current().pid(), Instant.now(), work);
  }

  void write(Path folder) {
    try {
      Files.writeString(OwnerOnly.file(folder.resolve(FILE)), pid + " " + since + " " + work);
    } catch (IOException e) {
      // Others will be told less; nothing else stands on it.
    }
  }

  static void remove(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(FILE));
    } catch (IOException e) {
      // It says who held the lock last, and is asked for only while somebody holds it.
    }
  }

  /** The owner, if it is known and lives. */
  static Optional<Owner> read(Path folder) {
    try {
      String[] words = Files.readString(folder.resolve(FILE)).split(" ", -1);
      return words.length == 3 && ProcessHandle.of(Long.parseLong(words[0])).isPresent()
          ? Optional.of(new Owner(Long.parseLong(words[0]), Instant.parse(words[1]), Work.valueOf(words[2])))
          : Optional.empty();
    } catch (IOException | DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Who it is, as seen from this process. */
  String words() {
    String who = pid == ProcessHandle.current().pid() ? "this process" : "process " + pid;
    return who + " since " + TIME.format(since);
  }
}
