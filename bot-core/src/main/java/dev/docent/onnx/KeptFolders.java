package dev.docent.onnx;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folders of files that are costly to make and can be made anew at any time. Each appears whole or not at all, whoever
 * makes it at the same time, and says what it holds; one that doesn't hold that any more is none. Where nothing can be
 * kept, all goes on without.
 */
record KeptFolders(@Nullable Path root) {
  private static final Duration UNUSED = Duration.ofDays(30);
  private static final Duration MARKED = Duration.ofDays(1);
  private static final String DRAFT = ".draft";

  /** Writes the files of a new folder; what it throws keeps the folder from appearing. */
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  /** The file in which is said what was mended. */
  Mendings mendings() {
    return new Mendings(root == null ? null : root.resolveSibling("mended"));
  }

  /**
   * The folder, if it was kept and is whole; one that isn't is taken away. The version is part of its name: another one
   * is another folder.
   *
   * @param part what the folder is, for who reads of its damage
   */
  Optional<Path> find(String name, String version, String part) {
    if (root == null) {
      return Optional.empty();
    }
    Path folder = root.resolve(name + "-" + version);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Optional<String> damage = Contents.damage(folder);
    if (damage.isPresent()) {
      discard(folder, part, damage.get());
      return Optional.empty();
    }
    markUsed(folder);
    return Optional.of(folder);
  }

  /** Takes a damaged folder away and writes that down. */
  void discard(Path folder, String part, String damage) {
    try {
      if (!Contents.unsealed(folder)) {
        mendings().add(part, damage);
      }
      // Away in one step: nobody finds half of it meanwhile.
      Path away = Files.createTempDirectory(folder.resolveSibling("").toAbsolutePath(), folder.getFileName() + DRAFT);
      Files.move(folder, away, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forget(away);
    } catch (IOException e) {
      // Another process was first, or it can't be taken away: then it isn't used, either.
    }
  }

  /**
   * Makes the folder, if it can be kept. Folders of the same name that nobody has used for a month go.
   *
   * @throws IOException what the filling threw, or that it could not be kept
   */
  Path make(String name, String version, Filling filling) throws IOException {
    if (root == null) {
      throw new IOException("nothing is kept");
    }
    OwnerOnly.folder(root);
    Path draft = Files.createTempDirectory(root, name + "-" + version + DRAFT);
    try {
      filling.fill(draft);
      Contents.seal(draft);
      OwnerOnly.folder(draft);
      Path folder = root.resolve(name + "-" + version);
      try {
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        // Another process was first; what it made is the same.
        if (!Files.isDirectory(folder)) {
          throw e;
        }
      }
      Contents.forceFolder(root);
      forgetUnused(root, name);
      return folder;
    } finally {
      forget(draft);
    }
  }

  /** Takes a folder away, as far as it goes: it turned out to be of no use. */
  void forget(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // It lies there, and harms nobody.
    }
  }

  private void forgetUnused(Path all, String name) throws IOException {
    Instant limit = Instant.now().minus(UNUSED);
    List<Path> unused;
    try (Stream<Path> folders = Files.list(all)) {
      unused = folders.filter(f -> f.getFileName().toString().startsWith(name + "-"))
          .filter(f -> usedAt(f).isBefore(limit))
          .toList();
    }
    unused.forEach(this::forget);
  }

  private static Instant usedAt(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toInstant();
    } catch (IOException e) {
      return Instant.MAX;
    }
  }

  private static void markUsed(Path folder) {
    try {
      Instant now = Instant.now();
      if (usedAt(folder).isBefore(now.minus(MARKED))) {
        Files.setLastModifiedTime(folder, FileTime.from(now));
      }
    } catch (IOException e) {
      // A folder of somebody else's that may only be read.
    }
  }
}
