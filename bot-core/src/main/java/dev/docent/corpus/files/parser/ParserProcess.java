package dev.docent.corpus.files.parser;

import dev.docent.corpus.Language;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.format.Refusal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Where files are parsed: a program of its own that a file may hang or crash. It answers requests on its standard input,
 * one at a time, and ends when whoever asks is gone or hasn't asked for a while.
 */
public final class ParserProcess {
  private static final Duration IDLE = Duration.ofSeconds(30);

  private volatile long asked = System.nanoTime();
  private volatile boolean busy = false;

  private ParserProcess() {}

  /** What is done with a file; throws whatever parsers throw. */
  interface Parsing {
    Extracted parse(FileKind kind, Path file, Set<Language> folder) throws Exception;
  }

  public static void main(String[] arguments) throws IOException {
    serve((kind, file, folder) -> TikaParsers.parse(kind, file, folder, 0));
  }

  static void serve(Parsing parsing) throws IOException {
    var replies = new DataOutputStream(System.out);
    // Whatever a parser prints would garble the replies.
    System.setOut(new PrintStream(System.err, true, System.getProperty("stderr.encoding", "UTF-8")));
    new ParserProcess().serve(parsing, new DataInputStream(System.in), replies);
  }

  /** Requests are read while a file is parsed: that nobody is there any more must be noticed then, too. */
  private void serve(Parsing parsing, DataInputStream requests, DataOutputStream replies) throws IOException {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    Thread.ofPlatform().daemon().start(this::endWhenIdle);
    try {
      while (true) {
        FileKind kind = FileKind.valueOf(requests.readUTF());
        Path file = Path.of(ParsedFile.readText(requests));
        Set<Language> folder = languages(requests.readUTF());
        busy = true;
        worker.execute(() -> reply(parsing, kind, file, folder, replies));
      }
    } catch (EOFException e) {
      end();
    }
  }

  /** How the languages of a folder are told from process to process. */
  static String told(Set<Language> folder) {
    return folder.stream().map(Language::code).sorted().collect(Collectors.joining(" "));
  }

  private static Set<Language> languages(String told) {
    return told.isEmpty()
        ? Set.of()
        : Arrays.stream(told.split(" ")).map(Language::ofCode).collect(Collectors.toUnmodifiableSet());
  }

  private void reply(Parsing parsing, FileKind kind, Path file, Set<Language> folder, DataOutputStream replies) {
    try {
      parsed(parsing, kind, file, folder).write(replies);
      replies.flush();
    } catch (IOException e) {
      end();
    }
    asked = System.nanoTime();
    busy = false;
  }

  private static ParsedFile parsed(Parsing parsing, FileKind kind, Path file, Set<Language> folder) {
    try {
      return new ParsedFile.Read(parsing.parse(kind, file, folder));
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Exception | Error e) {
      return new ParsedFile.Refused(Refusal.of(e));
    }
  }

  private void endWhenIdle() {
    while (busy || System.nanoTime() - asked < IDLE.toNanos()) {
      try {
        Thread.sleep(Duration.ofSeconds(1));
      } catch (InterruptedException e) {
        return;
      }
    }
    end();
  }

  private static void end() {
    Scratch.remove(Path.of(System.getProperty("java.io.tmpdir")));
    Runtime.getRuntime().halt(0);
  }
}
