package dev.docent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.shell.DocentProcess.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/** What is kept of the models is damaged: the next start answers all the same, mends it, and doctor names it. */
@Execution(ExecutionMode.CONCURRENT)
class CacheDamageIT {
  private final DocentProcess docent;
  private final Path cache;

  /** What happened to the cache, and the line and the words by which doctor names it. */
  enum Damage {
    LIBRARY_CUT("libonnxruntime.so", "libraries", "bytes of") {
      @Override
      void happen(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(8 << 20);
        }
      }
    },
    LIBRARY_CHANGED("libonnxruntime.so", "libraries", "had changed") {
      @Override
      void happen(Path file) throws IOException {
        flip(file);
      }
    },
    LIBRARY_MISSING("libonnxruntime.so", "libraries", "was missing") {
      @Override
      void happen(Path file) throws IOException {
        Files.delete(file);
      }
    },
    LIBRARY_FOLDER_EMPTIED("libonnxruntime.so", "libraries", "was missing") {
      @Override
      void happen(Path file) throws IOException {
        empty(file.resolveSibling(""));
      }
    },
    TOKENIZERS_CUT("libtokenizers.so", "libraries", "bytes of") {
      @Override
      void happen(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(100);
        }
      }
    },
    READER_CHANGED("reader-int8.onnx-*/graph.onnx", "reader", "had changed") {
      @Override
      void happen(Path file) throws IOException {
        flip(file);
      }
    },
    READER_FOLDER_EMPTIED("reader-int8.onnx-*/graph.onnx", "reader", "was missing") {
      @Override
      void happen(Path file) throws IOException {
        empty(file.resolveSibling(""));
      }
    },
    EMBEDDING_CUT("bge-small-en-v1.5-q.onnx-*/graph.onnx", "embedding", "bytes of") {
      @Override
      void happen(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      }
    },
    CONTENTS_GARBLED("bge-small-en-v1.5-q.onnx-*/contents", "embedding", "list of contents") {
      @Override
      void happen(Path file) throws IOException {
        Files.writeString(file, "\0\0\0\0");
      }
    };

    private final String file;
    private final String line;
    private final String words;

    Damage(String file, String line, String words) {
      this.file = file;
      this.line = line;
      this.words = words;
    }

    abstract void happen(Path file) throws IOException;
  }

  CacheDamageIT(@TempDir Path folder) throws IOException {
    Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(knowledge.resolve("norvik.md"),
        "# Norvik\n\nThe lighthouse of Norvik was built by Ingrid Solberg in 1871.\n");
    docent = new DocentProcess(Files.createDirectories(folder.resolve("home")), knowledge);
    cache = folder.resolve("cache");
    Kept.copyTo(cache);
  }

  /** Each in a process of its own, for the libraries are loaded once; what doesn't touch them is damaged with them. */
  static Stream<List<Damage>> together() {
    return Stream.of(List.of(Damage.LIBRARY_CUT, Damage.READER_CHANGED, Damage.EMBEDDING_CUT),
        List.of(Damage.LIBRARY_CHANGED, Damage.READER_FOLDER_EMPTIED, Damage.CONTENTS_GARBLED),
        List.of(Damage.LIBRARY_MISSING), List.of(Damage.LIBRARY_FOLDER_EMPTIED), List.of(Damage.TOKENIZERS_CUT));
  }

  @ParameterizedTest
  @MethodSource("together")
  void isMendedAndNamed(List<Damage> damages) throws Exception {
    var whole = new EnumMap<Damage, byte[]>(Damage.class);
    for (Damage damage : damages) {
      Path file = find(damage.file);
      whole.put(damage, Files.readAllBytes(file));
      damage.happen(file);
    }

    Ended ended = docent.ended(docent.start(docent.command(cache, "ask", "Who built the lighthouse of Norvik?")), "");

    assertThat(ended.out()).contains("Ingrid Solberg");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).doesNotContain("rror", "native");
    for (Damage damage : damages) {
      if (damage != Damage.CONTENTS_GARBLED) {
        assertThat(find(damage.file)).as("mended").hasBinaryContent(whole.get(damage));
      }
    }
    Ended doctor = docent.ended(docent.start(docent.command(cache, "doctor")), "");
    List<String> mended = doctor.out().lines().filter(line -> line.contains("mended")).toList();
    assertThat(mended).hasSameSizeAs(damages);
    for (Damage damage : damages) {
      assertThat(mended).filteredOn(line -> line.startsWith("ok     " + damage.line))
          .singleElement()
          .asString()
          .contains(damage.words, "made anew at");
    }
    assertThat(doctor.code()).isZero();
  }

  /** By its name or the end of its path, in which a star stands for the rest of a folder's name. */
  private Path find(String name) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      var matcher = cache.getFileSystem().getPathMatcher("glob:**/" + name);
      List<Path> found = files.filter(matcher::matches).toList();
      assertThat(found).as(name).hasSize(1);
      return found.getFirst();
    }
  }

  /** A few kilobytes in the middle, as a bad disk or a bad copy does; the time of the file stays. */
  private static void flip(Path file) throws IOException {
    var time = Files.getLastModifiedTime(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[4096]), channel.size() / 2);
    }
    Files.setLastModifiedTime(file, time);
  }

  private static void empty(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
      Files.createDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a first question leaves, made once. */
  private static final class Kept {
    private static final Path CACHE;

    static {
      try {
        Path folder = Files.createTempDirectory("docent-kept");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        CACHE = Files.createDirectories(folder.resolve("cache"));
        var docent = new DocentProcess(folder, Files.createDirectories(folder.resolve("knowledge")));
        Files.writeString(docent.knowledge().resolve("note.md"), "The harbour of Norvik was closed in 1902.\n");
        docent.ended(docent.start(docent.command(CACHE, "ask", "When was the harbour of Norvik closed?")), "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    static void copyTo(Path copy) throws IOException {
      FileSystemUtils.copyRecursively(CACHE, copy);
    }

    private static void remove(Path folder) {
      try {
        FileSystemUtils.deleteRecursively(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
