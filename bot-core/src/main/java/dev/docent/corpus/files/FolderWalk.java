package dev.docent.corpus.files;

import dev.docent.corpus.DocumentSource.Closed;
import dev.docent.corpus.files.format.FileKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What lies in a folder and its subfolders, by name; no file is opened. Links are not followed. */
final class FolderWalk extends SimpleFileVisitor<Path> {

  /** A file by its path relative to the folder. */
  record Seen(String id, Path path, BasicFileAttributes attributes) {}

  private final Path folder;
  private final IgnoreRules ignored;
  private final List<Seen> seen = new ArrayList<>();
  private final List<Closed> closed = new ArrayList<>();

  FolderWalk(Path folder) throws IOException {
    this.folder = folder;
    this.ignored = IgnoreRules.of(folder);
  }

  /** @throws IOException when the folder itself can't be looked at */
  static FolderWalk of(Path folder) throws IOException {
    // The folder itself may be a link: only links inside of it aren't followed.
    var walk = new FolderWalk(folder.toRealPath());
    Files.walkFileTree(walk.folder, walk);
    walk.seen.sort(Comparator.comparing(Seen::id));
    walk.closed.sort(Comparator.comparing(Closed::id));
    return walk;
  }

  /** Ordered by id. */
  List<Seen> seen() {
    return seen;
  }

  /** Ordered by id. */
  List<Closed> closed() {
    return closed;
  }

  /** Changes when a name, a size or a modification time does. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Seen file : seen) {
        add(digest, file.id() + "\0" + file.attributes().size() + "\0"
            + file.attributes().lastModifiedTime().to(TimeUnit.NANOSECONDS));
      }
      closed.forEach(place -> add(digest, place.id()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String words) {
    digest.update(words.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  @Override
  public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
    boolean passedBy = leftover(dir) || ignored.matches(folder.relativize(dir), true) || unnameable(dir);
    return !dir.equals(folder) && passedBy ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!leftover(file) && !ignored.matches(folder.relativize(file), false) && !unnameable(file)) {
      seen.add(new Seen(id(file), file, attributes));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    return passOver(file, e);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
    return e == null ? FileVisitResult.CONTINUE : passOver(dir, e);
  }

  /** Whether a name is made of bytes that are no letters here: what is written down of it would lead nowhere. */
  private boolean unnameable(Path path) {
    boolean lost = !path.getFileSystem().getPath(path.toString()).equals(path);
    if (lost) {
      boolean utf8 = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
      closed.add(new Closed(id(path), utf8
          ? "has a name that isn't UTF-8; rename it"
          : "has a name that this system's character set doesn't hold; rename it, or set LC_ALL to one with UTF-8"));
    }
    return lost;
  }

  private FileVisitResult passOver(Path path, IOException e) throws IOException {
    if (path.equals(folder)) {
      throw e;
    }
    // What goes away while it is looked at is simply not there.
    if (!(e instanceof NoSuchFileException) && !leftover(path)) {
      closed.add(new Closed(id(path), "can't be looked into (" + reason(e) + "); check its permissions"));
    }
    return FileVisitResult.CONTINUE;
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException ? "access denied" : e.toString();
  }

  private String id(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private static boolean leftover(Path path) {
    return FileKind.leftover(path.getFileName().toString());
  }
}
