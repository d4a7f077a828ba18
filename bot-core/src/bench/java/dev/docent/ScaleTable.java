package dev.docent;

import dev.docent.answer.Answer;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import dev.docent.reload.Progress;
import dev.docent.reload.VectorFiller;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints what a large folder costs: arguments are a working folder, how many documents, and for how many seconds real
 * vectors are made before a stand-in makes the rest, so that the index can be measured when it is full.
 */
final class ScaleTable {
  private static final int QUESTIONS = 100;
  /** What a hundred thousand segments may take. */
  private static final long MOST = 1L << 30;

  private final GeneratedFolder generated;
  private final DocentSettings settings;
  private final int documents;
  private final int seconds;

  private ScaleTable(Path work, int documents, int seconds) {
    this.settings = DocentSettings.of(work.resolve("knowledge"), work.resolve("data"));
    this.generated = new GeneratedFolder(settings.knowledge(), documents);
    this.documents = documents;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new ScaleTable(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).print();
  }

  private void print() throws IOException, InterruptedException {
    generated.write();
    var highest = new AtomicLong();
    var most = new AtomicLong();
    new Timer(true).schedule(new TimerTask() {
      @Override
      public void run() {
        most.accumulateAndGet(own(), Math::max);
        highest.accumulateAndGet(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), Math::max);
      }
    }, 0, 100);
    try (Docent docent = DocentFactory.open(settings)) {
      double first = timed(() -> docent.reload(Progress.NONE));
      CorpusStatus status = docent.status();
      row("documents, segments", "%,d, %,d".formatted(status.documents(), status.segments()));
      row("first reload", "%.0f s (%.0f documents a second)".formatted(first, documents / first));
      row("index on disk, words", megabytes(size(status.index())));
      row("reload, nothing changed", "%.1f s".formatted(timed(() -> docent.reload(Progress.NONE))));
      row("reload, one file changed", "%.1f s".formatted(changedReload(docent, 1)));
      questions(docent, "a question, words alone");
      double made = madeIn(docent);
      row("vectors made in the background", "%.0f a second; all in %.0f minutes".formatted(made,
          status.segments() / made / 60));
      questions(docent, "a question while vectors are made", true);
      row("the rest of the vectors written, without making them", "%.0f s".formatted(fillTheRest()));
      row("index on disk, words and vectors", megabytes(size(status.index())));
      row("vectors missing", String.valueOf(docent.status().vectorsMissing()));
      questions(docent, "a question, words and vectors");
      row("reload, one file changed, with vectors", "%.1f s".formatted(changedReload(docent, 2)));
    }
    row("heap: allowed, highest use", megabytes(Runtime.getRuntime().maxMemory()) + ", " + megabytes(highest.get()));
    row("memory of the process at its highest, without what it maps of the index", megabytes(most.get()));
    if (most.get() > MOST) {
      System.err.println("that is more than the " + megabytes(MOST) + " that it may take");
      System.exit(1);
    }
  }

  private double changedReload(Docent docent, int edition) throws IOException, InterruptedException {
    Files.writeString(generated.file(documents / 2), generated.text(documents / 2, edition));
    return timed(() -> {
      if (docent.reload(Progress.NONE).changed().size() != 1) {
        throw new IllegalStateException("one document has changed");
      }
    });
  }

  /** How many vectors a second the real model makes, with all that is written. */
  private double madeIn(Docent docent) throws InterruptedException {
    docent.search("warm up", 1);
    int before = docent.status().vectorsMissing();
    long began = System.nanoTime();
    Thread filling = filling(docent);
    filling.join(seconds * 1000L);
    int made = before - docent.status().vectorsMissing();
    double took = (System.nanoTime() - began) / 1e9;
    filling.interrupt();
    filling.join();
    return made / took;
  }

  private static Thread filling(Docent docent) {
    return Thread.ofPlatform().start(() -> {
      try {
        docent.fillVectors(Progress.NONE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private double fillTheRest() throws InterruptedException {
    try (
        SegmentIndex index = LuceneSegmentIndex.open(DocentFactory.indexFolder(settings), new StandIn()::understands)) {
      return timed(() -> new VectorFiller(index, new StandIn()).fill(Progress.NONE));
    }
  }

  private void questions(Docent docent, String what, boolean filling) throws InterruptedException {
    Thread thread = filling(docent);
    try {
      questions(docent, what);
    } finally {
      thread.interrupt();
      thread.join();
    }
  }

  private void questions(Docent docent, String what) throws InterruptedException {
    var random = new Random(2);
    for (int i = 0; i < 10; i++) {
      Asking.ask(docent, generated.question(random.nextInt(documents)));
    }
    var millis = new double[QUESTIONS];
    int right = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      int document = random.nextInt(documents);
      long began = System.nanoTime();
      Answer answer = Asking.ask(docent, generated.question(document));
      millis[i] = (System.nanoTime() - began) / 1e6;
      right += answer.text().contains(generated.keeper(document)) ? 1 : 0;
    }
    Arrays.sort(millis);
    row(what, "median %.0f ms, 95 of 100 within %.0f ms; %d of %d right; ranking alone %.0f ms".formatted(
        millis[QUESTIONS / 2], millis[QUESTIONS * 95 / 100], right, QUESTIONS, ranking(docent)));
  }

  /** The median of searches, which rank as a question does and read nothing. */
  private double ranking(Docent docent) {
    var random = new Random(3);
    var millis = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      long began = System.nanoTime();
      docent.search(generated.question(random.nextInt(documents)), 5);
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    return millis[QUESTIONS / 2];
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private static double timed(Work work) throws InterruptedException {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static void row(String what, String figure) {
    System.out.println("| " + what + " | " + figure + " |");
    System.out.flush();
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static String megabytes(long bytes) {
    return "%,d MB".formatted(bytes >> 20);
  }

  /** Bytes of memory that is the process's own: what it maps of the index, the system takes back as it likes. */
  private static long own() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines.filter(line -> line.startsWith("RssAnon"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
