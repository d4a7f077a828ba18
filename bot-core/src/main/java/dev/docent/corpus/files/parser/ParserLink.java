package dev.docent.corpus.files.parser;

import dev.docent.corpus.Language;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.format.Refusal;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way to the {@link ParserProcess}: started when the first file needs it, kept warm, killed when a file takes too
 * long, and started anew after it died. A process has one file at a time; threads that come at the same time have one each.
 */
public final class ParserLink {
  /** What the parser may take for one file. */
  static final Duration TIME = Duration.ofMinutes(1);
  private static final int MEGABYTES = 512;
  /** The exit code of a Java program that ended for want of memory. */
  private static final int OUT_OF_MEMORY = 3;
  /** Nothing of what the environment holds is a parser's business, least of all keys. */
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "SystemRoot");

  private final Class<?> program;
  private final Duration time;
  private final int megabytes;
  private final Deque<Running> idle = new ArrayDeque<>();

  private record Running(Process process, DataOutputStream requests, DataInputStream replies, Path scratch) {
    void kill() {
      process.destroyForcibly();
      process.onExit().thenRun(() -> Scratch.remove(scratch));
    }
  }

  public ParserLink() {
    this(ParserProcess.class, TIME, MEGABYTES);
  }

  /** @param program whose main method serves as the parser process's does */
  ParserLink(Class<?> program, Duration time, int megabytes) {
    this.program = program;
    this.time = time;
    this.megabytes = megabytes;
  }

  /**
   * Parses a file in no folder's light.
   *
   * @throws IOException when there is no way to have a parser process
   * @throws InterruptedException when the caller was interrupted; the file isn't parsed any further then
   */
  ParsedFile parse(FileKind kind, Path file) throws IOException, InterruptedException {
    return parse(kind, file, Set.of());
  }

  /**
   * Parses a file.
   *
   * @param folder the languages in whose light an encoding is guessed
   * @throws IOException when there is no way to have a parser process
   * @throws InterruptedException when the caller was interrupted; the file isn't parsed any further then
   */
  public ParsedFile parse(FileKind kind, Path file, Set<Language> folder) throws IOException, InterruptedException {
    Running parser = take();
    try {
      ParsedFile parsed = Bounds.within(time.toMillis(), () -> ask(parser, kind, file, folder));
      synchronized (idle) {
        idle.push(parser);
      }
      return parsed;
    } catch (TimeoutException e) {
      parser.kill();
      return new ParsedFile.Refused(Refusal.TOO_LONG);
    } catch (InterruptedException e) {
      parser.kill();
      throw e;
    } catch (ExecutionException e) {
      return ended(parser, kind, file, folder);
    }
  }

  private static ParsedFile ask(Running parser, FileKind kind, Path file, Set<Language> folder) throws IOException {
    parser.requests.writeUTF(kind.name());
    ParsedFile.writeText(parser.requests, file.toAbsolutePath().toString());
    parser.requests.writeUTF(ParserProcess.told(folder));
    parser.requests.flush();
    return ParsedFile.read(parser.replies);
  }

  /** The process has ended without a reply: for this file, or by itself for having been idle. */
  private ParsedFile ended(Running parser, FileKind kind, Path file, Set<Language> folder)
      throws IOException, InterruptedException {
    boolean gone = parser.process.waitFor(5, TimeUnit.SECONDS);
    parser.kill();
    if (gone && parser.process.exitValue() == 0) {
      return parse(kind, file, folder);
    }
    boolean starved = gone && parser.process.exitValue() == OUT_OF_MEMORY;
    return new ParsedFile.Refused(starved ? Refusal.NO_MEMORY : Refusal.CRASHED);
  }

  /** The one that was used last, for it is the warmest; those that ended for having been idle are passed over. */
  private Running take() throws IOException {
    synchronized (idle) {
      idle.removeIf(parser -> !parser.process.isAlive());
      Running parser = idle.poll();
      if (parser != null) {
        return parser;
      }
    }
    return start();
  }

  /** Where a JVM that dies leaves what it has to say: not where the user stands. */
  private static Path crashes() {
    String cache = System.getProperty("docent.cache", "");
    return Path.of(cache.isBlank() || !Files.isDirectory(Path.of(cache))
        ? System.getProperty("java.io.tmpdir")
        : cache);
  }

  private Running start() throws IOException {
    Path scratch = Scratch.create();
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + megabytes + "m", "-XX:+ExitOnOutOfMemoryError",
        "-XX:ErrorFile=" + crashes().resolve("hs_err_pid%p.log"),
        "-XX:ReplayDataFile=" + crashes().resolve("replay_pid%p.log"), "-XX:-CreateCoredumpOnCrash",
        "-XX:+DisplayVMOutputToStderr", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + scratch, "-cp", System.getProperty("java.class.path"),
        program.getName()));
    var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    try {
      Process process = builder.start();
      return new Running(process, new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
          new DataInputStream(new BufferedInputStream(process.getInputStream())), scratch);
    } catch (IOException e) {
      Scratch.remove(scratch);
      throw new IOException("no process for its parser can be started: " + e.getMessage(), e);
    }
  }
}
