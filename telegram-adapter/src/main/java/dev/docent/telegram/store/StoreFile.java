package dev.docent.telegram.store;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The file of a store, and those beside it: drafts, which get its name only when they are whole, and what was set aside
 * because it couldn't be read. All are their owner's alone.
 *
 * @param scheme what H2 has in front of the path; empty for most
 */
record StoreFile(String scheme, Path path, Path folder) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss")
      .withZone(ZoneId.systemDefault());
  private static final String DRAFT = ".new";
  private static final String ASIDE = ".damaged-";

  static StoreFile of(String file) {
    int colon = file.matches("[a-z]{2,}:.*") ? file.indexOf(':') + 1 : 0;
    Path path = Path.of(file.substring(colon)).toAbsolutePath();
    return new StoreFile(file.substring(0, colon), path, Objects.requireNonNull(path.getParent(), "a root is no file"));
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Whether there is a file with nothing in it. A store never is: it gets its name with its first bytes in it. */
  boolean emptied() {
    try {
      return Files.isRegularFile(path) && Files.size(path) == 0;
    } catch (IOException e) {
      throw failed("can't be looked at", e);
    }
  }

  /** Alike for one and the same file, whatever it is called. */
  Object identity() {
    try {
      Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      return key == null ? path : key;
    } catch (IOException e) {
      return "none";
    }
  }

  /** Makes a new file; one that another program has made meanwhile stays. */
  void begin(Consumer<String> writing) {
    try {
      Path draft = draft(writing);
      try {
        Files.createLink(path, draft);
      } catch (FileAlreadyExistsException e) {
        // It is as good as this one.
      } catch (IOException | UnsupportedOperationException e) {
        Files.move(draft, path);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw failed("can't be made", e);
    }
  }

  /** Puts another file in the place of this one; {@code closing} is done once the other is whole and has its name. */
  void replace(Consumer<String> writing, Runnable closing) {
    try {
      Path draft = draft(writing);
      try {
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        closing.run();
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw failed("can't be written anew", e);
    }
  }

  private Path draft(Consumer<String> writing) throws IOException {
    Path draft = Files.createTempFile(folder, name() + "-", DRAFT);
    try {
      writing.accept(scheme + draft);
      return OwnerOnly.file(draft);
    } catch (RuntimeException | Error e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  /** What a crash left of drafts; to be called by who holds the file. */
  void removeDrafts() {
    beside(name() + "-", DRAFT).forEach(StoreFile::remove);
  }

  /** Gives the file another name, with the time; returns it. */
  Path setAside() {
    try {
      Path aside = path.resolveSibling(name() + ASIDE + TIME.format(Instant.now()));
      for (int n = 2; Files.exists(aside); n++) {
        aside = path.resolveSibling(name() + ASIDE + TIME.format(Instant.now()) + "-" + n);
      }
      return Files.move(path, aside);
    } catch (IOException e) {
      throw failed("can't be read, nor set aside", e);
    }
  }

  void removeAside(Instant before) {
    beside(name() + ASIDE, "").stream().filter(aside -> changed(aside).isBefore(before)).forEach(StoreFile::remove);
  }

  private List<Path> beside(String beginning, String end) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> String.valueOf(file.getFileName()).startsWith(beginning))
          .filter(file -> String.valueOf(file.getFileName()).endsWith(end))
          .toList();
    } catch (IOException e) {
      throw failed("can't be looked for others beside", e);
    }
  }

  /** Stores of other bots in the same folder, as after a change of the token. */
  List<Path> others() {
    String family = name().replaceAll("\\d+", "\\\\d+");
    return beside("", "").stream()
        .filter(file -> String.valueOf(file.getFileName()).matches(family) && !file.equals(path))
        .toList();
  }

  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.MAX;
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be removed", e);
    }
  }

  private UncheckedIOException failed(String what, IOException e) {
    return new UncheckedIOException(path + " " + what, e);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
