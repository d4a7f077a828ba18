package dev.docent.telegram.upload;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** The folder as a place to put a file into, and to take it out of again. */
public final class Shelf {
  private final Path folder;
  private final Path scratch;

  /** @param scratch where downloads lie until they are good */
  public Shelf(Path folder, Path scratch) {
    this.folder = folder;
    this.scratch = scratch;
  }

  /** A place for a download. */
  public Path draft() throws IOException {
    Files.createDirectories(scratch);
    return Files.createTempFile(scratch, "upload-", ".part");
  }

  public boolean has(SafeName name) {
    return Files.exists(folder.resolve(name.value()), LinkOption.NOFOLLOW_LINKS);
  }

  /** The name, with a number if there is such a file already. */
  public SafeName free(SafeName name) {
    SafeName free = name;
    for (int n = 2; has(free); n++) {
      free = name.numbered(n);
    }
    return free;
  }

  /** Puts a download into the folder, in the place of a file of that name if there is one. */
  public Placed put(Path draft, SafeName name) throws IOException {
    Path target = folder.resolve(name.value());
    if (!folder.normalize().equals(target.normalize().getParent()) || Files.isDirectory(target)
        || Files.isSymbolicLink(target)) {
      throw new IOException("there is something else of that name");
    }
    Path before = null;
    if (Files.exists(target)) {
      before = draft();
      Files.copy(target, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
    // Under a name the folder's reader passes by, then renamed: it never sees half a file.
    Path near = folder.resolve(".docent-" + draft.getFileName());
    try {
      Files.copy(draft, near, StandardCopyOption.REPLACE_EXISTING);
      move(near, target);
    } finally {
      Files.deleteIfExists(near);
    }
    return new Placed(target, before);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * A file that was put into the folder.
   *
   * @param before what was there of that name; null for nothing
   */
  public record Placed(Path file, @Nullable Path before) {

    /** All is as it was before. */
    public void undo() throws IOException {
      if (before == null) {
        Files.deleteIfExists(file);
      } else {
        Files.move(before, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    /** It stays. */
    public void keep() throws IOException {
      if (before != null) {
        Files.deleteIfExists(before);
      }
    }
  }
}
