package dev.docent.gaps.files;

import dev.docent.gaps.Gap;
import dev.docent.gaps.GapStore;
import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gaps in a file, one JSON object a line. Only its owner may read it. */
public final class GapFile implements GapStore {
  private final Path folder;
  private final Path file;
  private final int most;

  /** @param most how many are kept */
  public GapFile(Path file, int most) {
    this.file = file.toAbsolutePath();
    this.folder = Objects.requireNonNull(this.file.getParent(), "a root is no file");
    this.most = most;
  }

  @Override
  public synchronized void keep(Gap gap) {
    try {
      OwnerOnly.folder(folder);
      try (FileChannel channel = open(OwnerOnly.file(file)); FileLock lock = channel.lock()) {
        List<String> lines = new ArrayList<>(lines(channel));
        lines.add(GapLine.of(gap));
        // Beyond the bound a quarter goes at once, so that not every question rewrites the file.
        if (lines.size() > most + most / 4) {
          List<String> good = lines.stream().filter(line -> GapLine.read(line).isPresent()).toList();
          write(channel, good.subList(Math.max(0, good.size() - most), good.size()), 0);
        } else {
          write(channel, List.of(lines.getLast()), channel.size());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't keep in " + file + " what wasn't answered", e);
    }
  }

  @Override
  public synchronized List<Gap> all() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.lock(0, Long.MAX_VALUE, true)) {
      List<Gap> gaps = lines(channel).stream().flatMap(line -> GapLine.read(line).stream()).toList();
      return gaps.subList(Math.max(0, gaps.size() - most), gaps.size());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  @Override
  public synchronized void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("can't remove " + file, e);
    }
  }

  /** The person may have asked about other folders too, which have files of their own beside this one. */
  @Override
  public synchronized int forget(String asker) {
    if (asker.isEmpty() || !Files.isDirectory(folder)) {
      return 0;
    }
    int forgotten = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
        forgotten += forget(asker, each);
      }
      return forgotten;
    } catch (IOException e) {
      throw new UncheckedIOException("can't forget what wasn't answered in " + folder, e);
    }
  }

  private static int forget(String asker, Path file) throws IOException {
    try (FileChannel channel = open(file); FileLock lock = channel.lock()) {
      List<String> lines = lines(channel);
      // What can't be read may be anybody's.
      List<String> left = lines.stream()
          .filter(line -> GapLine.read(line).filter(gap -> !gap.asker().equals(asker)).isPresent())
          .toList();
      if (left.size() < lines.size()) {
        write(channel, left, 0);
        channel.force(true);
      }
      return lines.size() - left.size();
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  // Closing the stream would close the channel and give up the lock.
  @SuppressWarnings("resource")
  private static List<String> lines(FileChannel channel) throws IOException {
    byte[] bytes = Channels.newInputStream(channel.position(0)).readAllBytes();
    return new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
  }

  private static void write(FileChannel channel, List<String> lines, long at) throws IOException {
    // A line that a crash cut short stays alone on its line.
    String before = at > 0 && last(channel, at) != '\n' ? "\n" : "";
    channel.truncate(at).position(at);
    String after = lines.isEmpty() ? "" : "\n";
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.stream().collect(Collectors.joining("\n", before, after)));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static byte last(FileChannel channel, long size) throws IOException {
    var last = ByteBuffer.allocate(1);
    channel.read(last, size - 1);
    return last.get(0);
  }
}
