package dev.docent.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes folders of mode 0700 and files of mode 0600, whatever the umask, and takes from others what they may do with
 * those that an older version, or another program, made. A file system without such modes is left to its own rules; what
 * belongs to another account stays as it is.
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /**
   * Makes the folder where there is none, parents included. Of one that is there already, with all that is in it, others
   * lose their rights.
   *
   * @throws IOException when there is none and none can be made
   */
  public static Path folder(Path folder) throws IOException {
    if (!posix(folder)) {
      return Files.createDirectories(folder);
    }
    if (Files.isDirectory(folder)) {
      tighten(folder);
      return folder;
    }
    FileAttribute<?> owner = PosixFilePermissions.asFileAttribute(FOLDER);
    try {
      return Files.createDirectories(folder, owner);
    } catch (FileAlreadyExistsException e) {
      // A link to a folder that isn't there, or a file: the message of the JDK says which path.
      if (Files.isDirectory(folder)) {
        return folder;
      }
      throw e;
    }
  }

  /**
   * The same for a folder that a user may share with other programs: a folder in which there is anything but what the
   * names say keeps its mode, and only what they name is closed to others.
   */
  public static Path folder(Path folder, Set<String> ours) throws IOException {
    if (!Files.isDirectory(folder)) {
      return folder(folder);
    }
    boolean shared;
    try (Stream<Path> all = Files.list(folder)) {
      shared = all.anyMatch(path -> !ours.contains(path.getFileName().toString()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!shared) {
      return folder(folder);
    }
    for (String name : ours) {
      if (Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        tighten(folder.resolve(name));
      }
    }
    return folder;
  }

  /** Of a folder that is there others lose their rights, whatever its files' modes. */
  public static void close(Path folder) {
    if (Files.isDirectory(folder)) {
      take(folder, FOLDER);
    }
  }

  /**
   * Makes an empty file where there is none; of one that is there already others lose their rights. To be called before
   * anything is written into it.
   *
   * @throws IOException when there is none and none can be made
   */
  public static Path file(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        return posix(file)
            ? Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE))
            : Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        // Another thread or process was first.
      }
    }
    take(file, FILE);
    return file;
  }

  /**
   * Whether other accounts may read the file, as far as its mode says. That its group may is how an administrator gives
   * this account a file of their own; of a file of this account it is taken for an oversight.
   */
  public static boolean readableByOthers(Path file) {
    try {
      if (!posix(file) || !Files.isRegularFile(file)) {
        return false;
      }
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      boolean mine = Files.getOwner(file).getName().equals(System.getProperty("user.name"));
      return mode.contains(PosixFilePermission.OTHERS_READ) || mine && mode.contains(PosixFilePermission.GROUP_READ);
    } catch (IOException e) {
      return false;
    }
  }

  /** In a folder that was closed all along, what lies deeper is closed by it; only what lies in it is looked at. */
  private static void tighten(Path folder) {
    try {
      boolean open = !FOLDER.containsAll(Files.getPosixFilePermissions(folder));
      if (open) {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            take(file, attributes);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @org.jspecify.annotations.Nullable IOException e) {
            // Last: cut short, all of this is done again.
            take(dir, FOLDER);
            return FileVisitResult.CONTINUE;
          }
        });
      } else {
        try (Stream<Path> files = Files.list(folder)) {
          files.forEach(file -> take(file, attributes(file)));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Another account's, and that account's business.
    }
  }

  private static BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void take(Path path, BasicFileAttributes attributes) {
    // A link has no mode of its own, and leads out of here.
    if (attributes.isRegularFile()) {
      take(path, FILE);
    } else if (attributes.isDirectory()) {
      take(path, FOLDER);
    }
  }

  private static void take(Path path, Set<PosixFilePermission> most) {
    try {
      if (posix(path)) {
        Set<PosixFilePermission> had = Files.getPosixFilePermissions(path);
        if (!most.containsAll(had)) {
          var left = java.util.EnumSet.copyOf(most);
          left.retainAll(had);
          Files.setPosixFilePermissions(path, left);
        }
      }
    } catch (IOException e) {
      // Another account's, or gone meanwhile.
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
