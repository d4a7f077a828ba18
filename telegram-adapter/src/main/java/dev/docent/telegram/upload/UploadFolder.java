package dev.docent.telegram.upload;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder as a place to put a file into, and to take it out of again. */
public final class UploadFolder {
  private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
  private static final String DRAFT = "upload-";
  /** Files whose modes are looked at. */
  private static final int LOOKED_AT = 1_000;

  private final Path folder;
  private final Path scratch;

  /** @param scratch where downloads lie until they are good */
  public UploadFolder(Path folder, Path scratch) {
    this.folder = folder;
    this.scratch = scratch;
  }

  /** A place for a download. */
  public Path draft() throws IOException {
    return Files.createTempFile(OwnerOnly.folder(scratch), DRAFT, ".part");
  }

  /**
   * Removes downloads that a crash left, with what somebody sent in them. A file that one of them was to take the place of
   * stays: it may be the only copy.
   */
  public void clear() {
    if (!Files.isDirectory(scratch)) {
      return;
    }
    try (Stream<Path> all = Files.list(OwnerOnly.folder(scratch))) {
      for (Path left : all.toList()) {
        String name = String.valueOf(left.getFileName());
        if (name.startsWith(DRAFT)) {
          Files.deleteIfExists(left);
        } else {
          LOG.warn("{} is a document that was about to be replaced when the bot ended; it is kept there", left);
        }
      }
    } catch (IOException e) {
      LOG.warn("{} can't be cleared: {}", scratch, e.getMessage());
    }
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
      before = Files.createTempFile(OwnerOnly.folder(scratch), "replaced-", "-" + name.value());
      Files.copy(target, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
    // Under a name the folder's reader passes by, then renamed: it never sees half a file.
    Path near = folder.resolve(".docent-" + draft.getFileName());
    try {
      Files.deleteIfExists(near);
      try (var in = Files.newInputStream(draft); var out = Files.newOutputStream(near, StandardOpenOption.CREATE_NEW)) {
        in.transferTo(out);
      }
      readableAsOthers(near, target);
      move(near, target);
    } finally {
      Files.deleteIfExists(near);
    }
    return new Placed(target, before);
  }

  /**
   * Gives a file the mode of the one that it takes the place of, else that which most documents beside it have, else what
   * the folder allows: whoever reads the folder is to read this too, and nobody else. The process's umask says nothing
   * about it, for it is meant for what is kept in secret.
   */
  private void readableAsOthers(Path near, Path target) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(near, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> mode = Files.exists(target) ? Files.getPosixFilePermissions(target) : usual();
    Set<PosixFilePermission> given = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    given.addAll(mode);
    // A document is no program.
    given.removeAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_EXECUTE));
    view.setPermissions(given);
  }

  private Set<PosixFilePermission> usual() throws IOException {
    Map<Set<PosixFilePermission>, Integer> modes = new HashMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all.limit(LOOKED_AT)::iterator) {
        if (!String.valueOf(file.getFileName()).startsWith(".")
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          modes.merge(Files.getPosixFilePermissions(file), 1, Integer::sum);
        }
      }
    }
    return modes.entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Files.getPosixFilePermissions(folder));
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
