package dev.docent.shell;

import dev.docent.boot.ProgramEnd;
import dev.docent.shell.command.CommandList;
import dev.docent.shell.line.CommandLine;
import dev.docent.shell.outcome.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks one question as {@link ShellApplication} does and prints where its time went. A thread looks every few milliseconds at
 * what the others do, so that nothing in the program itself has to keep time; looking makes the run a little slower. A
 * program of its own; bench/start gives it the AOT cache that the launcher gives to Docent.
 */
final class StartProfile {
  private static final long PAUSE_MILLIS = 4;

  /** A stretch of the way, known by a method on the stack; of several the first that fits. */
  private record Stretch(String name, String type, String method) {
    boolean on(StackTraceElement[] stack) {
      for (StackTraceElement frame : stack) {
        if (frame.getClassName().endsWith(type) && (method.isEmpty() || frame.getMethodName().equals(method))) {
          return true;
        }
      }
      return false;
    }
  }

  private static final List<Stretch> STRETCHES = List.of(
      new Stretch("waiting for the embedding model", ".QueryVectors", "of"),
      new Stretch("loading the embedding model", ".InProcessModel", "load"),
      new Stretch("loading the reader's model", ".SpanModel", "load"),
      new Stretch("a thread of the models reading", ".SpanModel", "run"),
      new Stretch("reading: waiting for the spans", ".OnnxSpanReader", "read"),
      new Stretch("ranking by words", ".LexicalRetriever", "retrieve"),
      new Stretch("ranking by vectors", ".DenseRetriever", "retrieve"),
      new Stretch("reranking", ".CoverageReranker", "rerank"),
      new Stretch("reading: all else", ".ExtractiveReader", "read"),
      new Stretch("verifying", ".CitationVerifier", ""),
      new Stretch("an answer: all else", ".Answerer", "answer"),
      new Stretch("opening the index", ".LuceneSegmentIndex", "open"),
      new Stretch("opening Docent: all else", ".DocentFactory", "open"),
      new Stretch("looking at the folder", ".Reloader", "reload"),
      new Stretch("Spring", ".ShellContext", "start"),
      new Stretch("putting the command's parts together", ".AbstractBeanFactory", "getBean"),
      new Stretch("understanding the command line", ".CommandLine", "parse"),
      new Stretch("understanding the command line", ".CommandList", "vocabulary"),
      new Stretch("writing the answer", ".AnswerText", ""),
      new Stretch("running the command: all else", ".ShellApplication", "run"));

  /** What a thread spent on a stretch, in nanoseconds. */
  private record Spent(long time, long processor) {
    Spent plus(Spent other) {
      return new Spent(time + other.time, processor + other.processor);
    }
  }

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, Map<String, Spent>> spent = new TreeMap<>();
  private final Map<Long, Long> processorBefore = new HashMap<>();
  private volatile boolean over;

  private StartProfile() {}

  public static void main(String[] arguments) throws InterruptedException {
    new StartProfile().print(arguments);
  }

  private void print(String[] arguments) throws InterruptedException {
    long virtualMachine = System.currentTimeMillis() - Long.getLong("launched", System.currentTimeMillis());
    Thread watcher = Thread.ofPlatform().daemon().name("watcher").start(this::watch);
    long began = System.nanoTime();
    ExitCode code = ShellApplication.run(CommandLine.parse(CommandList.vocabulary(), arguments),
        new PrintWriter(new StringWriter()), new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    long took = System.nanoTime() - began;
    over = true;
    watcher.join();
    System.out.println("| thread | what | ms | of a processor, ms |\n|---|---|---|---|");
    System.out.printf("| main | until main begins (and this program is loaded) | %d | |%n", virtualMachine);
    spent.forEach((thread, stretches) -> stretches.entrySet()
        .stream()
        .sorted(Comparator.comparingLong(e -> -e.getValue().time()))
        .forEach(e -> System.out.printf("| %s | %s | %d | %d |%n", thread, e.getKey(),
            e.getValue().time() / 1_000_000, e.getValue().processor() / 1_000_000)));
    System.out.printf("| main | all from there to the answer | %d | |%n", took / 1_000_000);
    System.out.flush();
    ProgramEnd.with(code.code());
  }

  private void watch() {
    long before = System.nanoTime();
    while (!over) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
      long now = System.nanoTime();
      long time = now - before;
      before = now;
      all.forEach((thread, stack) -> {
        long processor = processorSince(thread);
        name(thread).ifPresent(name -> spent.computeIfAbsent(name, t -> new TreeMap<>())
            .merge(stretch(stack), new Spent(time, processor), Spent::plus));
      });
    }
  }

  private long processorSince(Thread thread) {
    long now = Math.max(0, threads.getThreadCpuTime(thread.threadId()));
    Long then = processorBefore.put(thread.threadId(), now);
    return now - (then == null ? 0 : then);
  }

  /** Docent's own threads; those of a pool as one. */
  private static Optional<String> name(Thread thread) {
    String name = thread.getName().replaceAll("-\\d+$", "");
    return name.equals("main") || name.startsWith("docent-") ? Optional.of(name) : Optional.empty();
  }

  private static String stretch(StackTraceElement[] stack) {
    return STRETCHES.stream().filter(s -> s.on(stack)).map(Stretch::name).findFirst().orElse("all else");
  }
}
