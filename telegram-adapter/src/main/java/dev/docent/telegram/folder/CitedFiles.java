package dev.docent.telegram.folder;

import dev.docent.Docent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of documents, where they may be given to who asks. Only what the index holds as a document and what truly
 * lies in the knowledge folder, wherever links lead. Safe for use by several threads.
 */
public final class CitedFiles {
  /** What Telegram takes from a bot. */
  static final long MOST = 50L << 20;

  private final Docent docent;
  private final boolean allowed;

  /** @param allowed whether an administrator wants files to be given at all */
  public CitedFiles(Docent docent, boolean allowed) {
    this.docent = docent;
    this.allowed = allowed;
  }

  /**
   * A file that may be sent.
   *
   * @param path without links
   */
  public record Sendable(Path path, String name, long bytes) {}

  /** The file of a document, as it is now; empty when there is none that may be sent. */
  public Optional<Sendable> of(String document) {
    if (!allowed || docent.documents().stream().noneMatch(entry -> entry.id().equals(document))) {
      return Optional.empty();
    }
    try {
      Path folder = docent.status().knowledge().toRealPath();
      Path file = folder.resolve(document).toRealPath();
      long bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
      boolean fits = bytes > 0 && bytes <= MOST;
      // Called what it is cited as: a link's target may have a name that says more.
      String name = String.valueOf(Path.of(document).getFileName());
      return fits && file.startsWith(folder) ? Optional.of(new Sendable(file, name, bytes)) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
