package dev.docent.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docent.shell.DocentProcess.Ended;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/** The launcher in a folder as the archive has it, and what it keeps of a start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherIT {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final String QUESTION = "Who was the first US ambassador to Moscow?";
  private static final long TRAINING_MILLIS = 300_000;

  private Path installed;
  private Path trained;
  private Path cache;
  private DocentProcess docent;

  /** What happened to the start cache, and the words by which doctor names it. */
  enum Damage {
    CHANGED("bytes had changed") {
      @Override
      void happen(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          for (long at = 1 << 20; at < channel.size(); at += 1 << 20) {
            channel.write(ByteBuffer.wrap(new byte[4096]), at);
          }
        }
      }
    },
    CUT("bytes of") {
      @Override
      void happen(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(8 << 20);
        }
      }
    },
    /** A bad disk: nothing but the death of the last start tells. */
    CHANGED_UNDER_ITS_TIME("bytes had changed") {
      @Override
      void happen(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        CHANGED.happen(file);
        Files.setLastModifiedTime(file, time);
        Files.writeString(Path.of(file + ".running"), NOBODY + " 0\n");
      }
    },
    /** Its bytes are right, and yet a JVM can't live with it. */
    DEADLY("two starts in a row have died with it") {
      @Override
      void happen(Path file) throws IOException {
        Files.writeString(Path.of(file + ".running"), NOBODY + " 1\n");
      }
    },
    SUM_MISSING("checksum was missing") {
      @Override
      void happen(Path file) throws IOException {
        Files.delete(Path.of(file + ".sum"));
      }
    };

    /** Beyond what a system gives to processes. */
    private static final String NOBODY = "99999999";

    private final String words;

    Damage(String words) {
      this.words = words;
    }

    abstract void happen(Path file) throws IOException;
  }

  @BeforeAll
  void install() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")) || Files.isExecutable(Path.of("/usr/bin/bash")));
    Path folder = Files.createTempDirectory("docent-launcher");
    installed = Files.createDirectories(folder.resolve("installed"));
    Files.copy(CHECKOUT.resolve("docent"), installed.resolve("docent"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createSymbolicLink(installed.resolve("lib"), CHECKOUT.resolve("target/lib"));
    copy(CHECKOUT.resolve("knowledge"), installed.resolve("knowledge"));
    Path home = Files.createDirectories(folder.resolve("home"));
    docent = new DocentProcess(home, installed.resolve("knowledge"));
    cache = home.resolve("cache/docent");
    assertThat(run("ask", QUESTION).out()).contains("William Bullitt");
    long until = System.currentTimeMillis() + TRAINING_MILLIS;
    while (start().isEmpty() || training()) {
      assertThat(System.currentTimeMillis()).as("training a start cache").isLessThan(until);
      Thread.sleep(200);
    }
    trained = folder.resolve("trained");
    copy(cache, trained);
  }

  @AfterAll
  void remove() throws IOException {
    FileSystemUtils.deleteRecursively(installed.resolveSibling(""));
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedStartCacheIsMendedAndNamed(Damage damage) throws Exception {
    restore();
    Path file = start().getFirst();
    damage.happen(file);
    // Nobody trains while this looks.
    Files.createDirectory(Path.of(file + ".training"));

    Ended ended = run("ask", QUESTION);

    assertThat(ended.out()).contains("William Bullitt");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).doesNotContain("docent:", "rror", "SIG");
    assertThat(start()).as("what the damaged cache has left").isEmpty();
    assertThat(run("doctor").out().lines()).filteredOn(line -> line.contains("start cache"))
        .singleElement()
        .asString()
        .contains("being made", "mended", damage.words);
  }

  @Test
  void aStartThatEndsLeavesNoMarkAndSaysThatItHadItsCache() throws Exception {
    restore();
    assertThat(run("ask", QUESTION).code()).isZero();
    assertThat(Path.of(start().getFirst() + ".running")).doesNotExist();
    assertThat(run("doctor").out()).contains("ok     start cache " + start().getFirst());
  }

  @Test
  void aJvmThatDiesLeavesItsFileInTheCache(@TempDir Path here) throws Exception {
    ProcessBuilder builder = builder("ask", "--batch", "-").directory(here.toFile());
    Process process = builder.start();
    while (process.info().command().filter(command -> command.endsWith("java")).isEmpty()) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(20);
    }
    Thread.sleep(200);
    new ProcessBuilder("kill", "-SEGV", Long.toString(process.pid())).start().waitFor();

    assertThat(docent.ended(process, "")).returns(1, Ended::code).returns("", Ended::out);
    try (Stream<Path> files = Files.list(here)) {
      assertThat(files).isEmpty();
    }
    try (Stream<Path> files = Files.list(cache)) {
      assertThat(files).anyMatch(file -> file.getFileName().toString().startsWith("hs_err_pid"));
    }
  }

  @Test
  void withTooFewFilesItSaysWhatToDo() throws Exception {
    ProcessBuilder builder = builder("ask", QUESTION);
    builder.command(List.of("bash", "-c", "ulimit -n 64; exec \"$0\" ask who", installed.resolve("docent").toString()));
    Ended ended = docent.ended(builder.start(), "");
    assertThat(ended.code()).isOne();
    assertThat(ended.err().lines()).singleElement()
        .asString()
        .startsWith("docent: only 64 files may be open at once, and Docent needs 256; allow more (ulimit -n 256");
  }

  @Test
  void withJustEnoughFilesItAnswers() throws Exception {
    ProcessBuilder builder = builder("ask", QUESTION);
    builder
        .command(List.of("bash", "-c", "ulimit -n 256; exec \"$0\" ask \"$1\"", installed.resolve("docent").toString(),
            QUESTION));
    assertThat(docent.ended(builder.start(), "").out()).contains("William Bullitt");
  }

  private Ended run(String... words) throws Exception {
    return docent.ended(builder(words).start(), "");
  }

  private ProcessBuilder builder(String... words) {
    var command = new ArrayList<>(List.of(installed.resolve("docent").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = docent.builder(command);
    builder.environment().put("XDG_CACHE_HOME", cache.resolveSibling("").toString());
    builder.environment().put("DOCENT_JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private List<Path> start() throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(".aot") || file.toString().endsWith(".jsa")).toList();
    }
  }

  private boolean training() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.anyMatch(file -> file.toString().endsWith(".training"));
    }
  }

  private void restore() throws IOException {
    FileSystemUtils.deleteRecursively(cache);
    copy(trained, cache);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(to.resolve(from.relativize(folder).toString()));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
