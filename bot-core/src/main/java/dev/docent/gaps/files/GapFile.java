package dev.docent.gaps.files;

import dev.docent.gaps.Gap;
import dev.docent.gaps.GapStore;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gaps in a file, one JSON object a line. Only its owner may read it. */
public final class GapFile implements GapStore {
  private static final Pattern FIELD = Pattern.compile("\"(asked|question|reason)\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

  private final Path file;
  private final int most;

  /** @param most how many are kept */
  public GapFile(Path file, int most) {
    this.file = file;
    this.most = most;
  }

  @Override
  public synchronized void keep(Gap gap) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel = open(); FileLock lock = channel.lock()) {
        List<String> lines = new ArrayList<>(lines(channel));
        lines.add(line(gap));
        // Beyond the bound a quarter goes at once, so that not every question rewrites the file.
        boolean many = lines.size() > most + most / 4;
        write(channel, many
            ? lines.subList(lines.size() - most, lines.size())
            : lines.subList(lines.size() - 1,
                lines.size()),
            many ? 0 : channel.size());
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
      List<Gap> gaps = lines(channel).stream().flatMap(line -> gap(line).stream()).toList();
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

  private FileChannel open() throws IOException {
    if (!Files.exists(file) && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return FileChannel.open(file,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.stream().collect(Collectors.joining("\n", before, "\n")));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static byte last(FileChannel channel, long size) throws IOException {
    var last = ByteBuffer.allocate(1);
    channel.read(last, size - 1);
    return last.get(0);
  }

  private static String line(Gap gap) {
    return "{\"asked\":\"" + gap.asked() + "\",\"question\":\"" + escaped(gap.question()) + "\",\"reason\":\""
        + escaped(gap.reason()) + "\"}";
  }

  /** The gap of a line; empty for a line that another version, or a crash, wrote. */
  private static Optional<Gap> gap(String line) {
    String asked = "";
    String question = "";
    String reason = "";
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      String value = plain(field.group(2));
      switch (field.group(1)) {
        case "asked" -> asked = value;
        case "question" -> question = value;
        default -> reason = value;
      }
    }
    try {
      return Optional.of(new Gap(Instant.parse(asked), question, reason));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String escaped(String text) {
    var json = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\u0085') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.toString();
  }

  private static String plain(String json) {
    return ESCAPE.matcher(json)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null
            ? m.group(2)
            : Character.toString((char) Integer.parseInt(m.group(1), 16))));
  }
}
