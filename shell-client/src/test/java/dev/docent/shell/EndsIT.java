package dev.docent.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.util.FileSystemUtils;

/**
 * The program over some hundred segments, ended in each of the ways there are at a random moment of the making of
 * vectors. {@code -Ddocent.ends=200} makes the loop longer, {@code -Ddocent.seed} repeats one.
 */
@Isolated("it measures how long an end takes")
class EndsIT {
  private static final int ENDS = Integer.getInteger("docent.ends", Way.values().length);
  private static final int SEGMENTS = 600;
  private static final int MOMENTS_MILLIS = 2_500;
  private static final long WITHIN_MILLIS = 2_000;
  private static final long PATIENCE_MILLIS = 60_000;
  /** One in so many has nothing in its cache: then the models are being made while it ends. */
  private static final int WITHOUT_CACHE = 8;
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  private final long seed = Long.getLong("docent.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Path folder;
  private final Path knowledge;

  /** How it is ended, and the code that the system is to see. */
  private enum Way {
    QUIT(true, 0), CTRL_D(true, 0), CTRL_C(false, 130), HANGUP_AT_PROMPT(true, 129), HANGUP(false, 129), TERM_AT_PROMPT(
        true, 143), TERM(false, 143), END_OF_PIPE(false, 3), CUT_BATCH(false, 1), EXCEPTION(false, 1);

    private final boolean prompt;
    private final int code;

    Way(boolean prompt, int code) {
      this.prompt = prompt;
      this.code = code;
    }
  }

  EndsIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.knowledge = Files.createDirectories(folder.resolve("knowledge"));
    for (int i = 0; i < SEGMENTS / 20; i++) {
      var text = new StringBuilder("# Harbour " + i + "\n");
      for (int j = 0; j < 20; j++) {
        text.append("\n## Pier ").append(j).append("\n\n");
        text.append("Pier ")
            .append(j)
            .append(" of harbour ")
            .append(i)
            .append(" keeps boats that carry ")
            .append(i * j)
            .append(" barrels of tar. ".repeat(12))
            .append("\n");
      }
      Files.writeString(knowledge.resolve("harbour-" + i + ".md"), text);
    }
  }

  @Test
  void everyWayOutIsCleanAtAnyMoment() throws Exception {
    long slowest = 0;
    for (int i = 0; i < ENDS; i++) {
      Way way = Way.values()[i % Way.values().length];
      if (!way.prompt || Files.isExecutable(SCRIPT)) {
        slowest = Math.max(slowest, end(way, i));
      }
    }
    System.err.println(ENDS + " ends, none with a crash; the slowest took " + slowest + " ms");
  }

  private long end(Way way, int number) throws Exception {
    Path home = Files.createDirectories(folder.resolve("home-" + number));
    var docent = new DocentProcess(home, knowledge);
    boolean fresh = random.nextInt(WITHOUT_CACHE) == 0;
    String what = "end " + number + " by " + way + (fresh ? " without a cache" : "") + ", seed " + seed;
    long took = switch (way) {
      case END_OF_PIPE -> endOfPipe(docent, fresh, way, what);
      case CUT_BATCH -> cutBatch(docent, fresh, way, what);
      case EXCEPTION -> exception(docent, fresh, way, what);
      default -> whileVectorsAreMade(docent, fresh, way, what);
    };
    assertThat(took).as(what + " took, in ms").isLessThan(WITHIN_MILLIS);
    assertThat(leftBehind(home)).as(what).isEmpty();
    FileSystemUtils.deleteRecursively(home);
    return took;
  }

  private long whileVectorsAreMade(DocentProcess docent, boolean fresh, Way way, String what) throws Exception {
    List<String> command = command(docent, fresh, way.prompt ? new String[0] : new String[]{"reload"});
    if (way.prompt) {
      String line = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
      command = List.of(SCRIPT.toString(), "-qefc", "exec " + line, "/dev/null");
    }
    Process process = docent.start(command);
    OutputStream keys = process.getOutputStream();
    await(process, () -> committed(docent.home()) && (!way.prompt || docent.text("out").contains("docent> ")), what);
    Thread.sleep(random.nextInt(MOMENTS_MILLIS));
    long began = System.nanoTime();
    switch (way) {
      case QUIT -> type(keys, "quit\r");
      case CTRL_D -> type(keys, "\004");
      case CTRL_C -> signal("INT", process);
      case HANGUP_AT_PROMPT, HANGUP -> signal("HUP", process);
      default -> signal("TERM", process);
    }
    long took = gone(process, began, way, what);
    assertThat(docent.text("err")).as(what).isEmpty();
    return took;
  }

  private long endOfPipe(DocentProcess docent, boolean fresh, Way way, String what) throws Exception {
    Process process = docent.start(command(docent, fresh));
    OutputStream in = process.getOutputStream();
    in.write("What does tea cost in Japan?\n".getBytes(UTF_8));
    in.flush();
    await(process, () -> !docent.text("out").isEmpty(), what);
    Thread.sleep(random.nextInt(MOMENTS_MILLIS / 5));
    long began = System.nanoTime();
    in.close();
    long took = gone(process, began, way, what);
    assertThat(docent.text("err").lines()).as(what)
        .allMatch(line -> line.contains("segments have no vector yet") || line.contains("read 30 documents")
            || line.startsWith("docent: reading "));
    return took;
  }

  /** As {@code head -n 1} does: the first line is read, and the pipe closed. */
  private long cutBatch(DocentProcess docent, boolean fresh, Way way, String what) throws Exception {
    Path few = Files.createDirectories(docent.home().resolve("few"));
    Files.copy(knowledge.resolve("harbour-1.md"), few.resolve("harbour-1.md"));
    var fewer = new DocentProcess(docent.home(), few);
    Files.writeString(docent.home().resolve("questions"),
        "{\"question\": \"How many barrels of tar do boats of pier 7 carry?\"}\n".repeat(500));
    ProcessBuilder builder = fewer.builder(command(fewer, fresh, "ask", "--batch",
        docent.home().resolve("questions").toString()));
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    long began;
    try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(lines.readLine()).as(what).contains("verdict");
      Thread.sleep(random.nextInt(MOMENTS_MILLIS / 5));
      began = System.nanoTime();
    }
    long took = gone(process, began, way, what);
    assertThat(docent.text("err")).as(what).isEqualTo("docent: the answer could not be written to standard output\n");
    return took;
  }

  /** The folder isn't there, which is found out while models are being loaded. */
  private long exception(DocentProcess docent, boolean fresh, Way way, String what) throws Exception {
    var nowhere = new DocentProcess(docent.home(), docent.home().resolve("nowhere"));
    Process process = nowhere.start(command(nowhere, fresh, "ask", "Who?"));
    await(process, () -> !docent.text("err").isEmpty() || !process.isAlive(), what);
    long took = gone(process, System.nanoTime(), way, what);
    assertThat(docent.text("err").lines()).as(what).singleElement().asString().contains("nowhere");
    return took;
  }

  private static List<String> command(DocentProcess docent, boolean fresh, String... arguments) {
    List<String> command = new ArrayList<>(fresh
        ? docent.command(docent.home().resolve("cache"), arguments)
        : docent.command(arguments));
    command.addAll(1, List.of("-XX:-CreateCoredumpOnCrash"));
    return command;
  }

  private static boolean committed(Path home) throws IOException {
    Path indexes = home.resolve("data/docent/indexes");
    if (!Files.isDirectory(indexes)) {
      return false;
    }
    // By names alone: files come and go meanwhile, and one that is gone can't be looked at.
    try (Stream<Path> folders = Files.list(indexes)) {
      for (Path folder : folders.toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          if (files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"))) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** What a JVM that dies leaves. */
  private static List<Path> leftBehind(Path home) throws IOException {
    Predicate<String> crash = name -> name.startsWith("hs_err") || name.startsWith("core") || name.startsWith("replay");
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(file -> crash.test(file.getFileName().toString())).toList();
    }
  }

  private static long gone(Process process, long began, Way way, String what) throws Exception {
    if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(what + ": still there");
    }
    assertThat(process.exitValue()).as(what).isEqualTo(way.code);
    return (System.nanoTime() - began) / 1_000_000;
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Process process, Condition condition, String what) throws Exception {
    long until = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.holds()) {
      assertThat(process.isAlive()).as(what).isTrue();
      assertThat(System.currentTimeMillis()).as(what).isLessThan(until);
      Thread.sleep(20);
    }
  }

  private static void type(OutputStream keys, String text) throws IOException {
    keys.write(text.getBytes(UTF_8));
    keys.flush();
  }

  /** To the program itself, not to what made a terminal for it. */
  private static void signal(String name, Process process) throws IOException, InterruptedException {
    long pid = process.descendants().mapToLong(ProcessHandle::pid).findFirst().orElse(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor()).isZero();
  }
}
