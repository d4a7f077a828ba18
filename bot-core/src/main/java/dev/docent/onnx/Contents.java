package dev.docent.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What a kept folder is to hold: a line for each file with its size, its checksum, when its bytes or its attributes were
 * last changed, and its name. Sizes and times are looked at at every start; a file is read when its time has changed.
 */
final class Contents {
  static final String FILE = "contents";
  private static final int FIELDS = 4;

  private record Line(long size, long checksum, String changed, String name) {
    static Line of(Path file) throws IOException {
      return new Line(Files.size(file), checksumOf(file), changedAt(file), file.getFileName().toString());
    }

    static Line parse(String text) throws IOException {
      String[] fields = text.split(" ", FIELDS);
      try {
        return new Line(Long.parseLong(fields[0]), Long.parseLong(fields[1], 16), fields[2], fields[3]);
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new IOException("no line of a list of contents", e);
      }
    }

    String text() {
      return "%d %08x %s %s".formatted(size, checksum, changed, name);
    }
  }

  private Contents() {}

  /** Writes down what a folder holds, and all of it to the disk. */
  static void seal(Path folder) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Path file : files(folder)) {
      force(file, StandardOpenOption.WRITE);
      lines.add(Line.of(file));
    }
    write(folder, lines);
    forceFolder(folder);
  }

  /** What is wrong with a folder, in words; empty when it holds what it is to hold. */
  static Optional<String> damage(Path folder) {
    List<Line> changed = new ArrayList<>();
    try {
      List<Line> lines = lines(folder);
      for (Line line : lines) {
        Optional<String> damage = damage(folder, line, changed);
        if (damage.isPresent()) {
          return damage;
        }
      }
      if (!changed.isEmpty()) {
        remember(folder, lines);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("can't be read: " + e.getMessage());
    }
  }

  /** Whether it was made before folders said what they hold. */
  static boolean unsealed(Path folder) throws IOException {
    return !Files.exists(folder.resolve(FILE)) && !files(folder).isEmpty();
  }

  private static Optional<String> damage(Path folder, Line line, List<Line> changed) throws IOException {
    Path file = folder.resolve(line.name());
    try {
      long size = Files.size(file);
      if (size != line.size()) {
        return Optional.of(line.name() + " had " + size + " bytes of " + line.size());
      }
      if (!changedAt(file).equals(line.changed())) {
        if (checksumOf(file) != line.checksum()) {
          return Optional.of("bytes of " + line.name() + " had changed");
        }
        changed.add(line);
      }
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.of(line.name() + " was missing");
    }
  }

  private static List<Line> lines(Path folder) throws IOException {
    List<Line> lines = new ArrayList<>();
    try {
      for (String text : Files.readAllLines(folder.resolve(FILE))) {
        lines.add(Line.parse(text));
      }
    } catch (NoSuchFileException e) {
      throw new IOException("its list of contents was missing", e);
    }
    if (lines.isEmpty()) {
      throw new IOException("its list of contents was empty");
    }
    return lines;
  }

  /** The files are as they were; so the next start needn't read them again. */
  private static void remember(Path folder, List<Line> lines) {
    try {
      List<Line> now = new ArrayList<>();
      for (Line line : lines) {
        now.add(new Line(line.size(), line.checksum(), changedAt(folder.resolve(line.name())), line.name()));
      }
      write(folder, now);
    } catch (IOException e) {
      // A folder of somebody else's that may only be read: it is read again next time.
    }
  }

  private static void write(Path folder, List<Line> lines) throws IOException {
    Path draft = Files.createTempFile(folder, FILE, ".draft");
    try {
      Files.write(draft, lines.stream().map(Line::text).toList());
      force(draft, StandardOpenOption.WRITE);
      Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(FILE)).sorted().toList();
    }
  }

  // The time of the attributes can't be set back, as that of the bytes can; not every system has it.
  private static String changedAt(Path file) throws IOException {
    Object time = file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.getAttribute(file, "unix:ctime")
        : Files.readAttributes(file, BasicFileAttributes.class).lastModifiedTime();
    return ((FileTime) time).toInstant().toString();
  }

  private static long checksumOf(Path file) throws IOException {
    var checksum = new CRC32();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
      while (channel.read(buffer) >= 0) {
        checksum.update(buffer.flip());
        buffer.clear();
      }
    }
    return checksum.getValue();
  }

  private static void force(Path file, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(file, option)) {
      channel.force(true);
    }
  }

  /** So that a name given in it outlives a loss of power; not every system can do that. */
  static void forceFolder(Path folder) {
    try {
      force(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      // Then the system sees to it by itself, or a folder that isn't there is made anew.
    }
  }
}
