package dev.docent;

import static dev.docent.Asking.ask;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.reload.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * One process reloads and is killed at a random moment, another asks all the time; for any index.
 * {@code -Ddocent.kills=100} makes the loop longer, {@code -Ddocent.seed} repeats one.
 */
public abstract class KillWhileReloadingContract {
  private static final int GATES = 40;
  private static final int STILL = 20;
  private static final Pattern CODE = Pattern.compile("(\\d{5})");

  private final Folder folder;
  /** Of the index that is changed. */
  protected final DocentSettings settings;
  private final Random random = new Random(Long.getLong("docent.seed", System.nanoTime()));
  /** The states a reader may see: the one that was committed last, and the one that may be by now. */
  private final AtomicInteger committed = new AtomicInteger(10_000);
  private final AtomicInteger written = new AtomicInteger(10_000);

  private final int kills;

  /** @param kills how often the process is killed, unless a property says otherwise */
  protected KillWhileReloadingContract(DocentSettings settings, int kills) {
    this.folder = new Folder(settings.knowledge());
    this.settings = settings;
    this.kills = Integer.getInteger("docent.kills", kills);
  }

  /** The index that the settings name, to be looked into. */
  protected abstract SegmentIndex open();

  /** Returns when another process may change what the one that was killed was changing. */
  protected abstract void heir() throws InterruptedException;

  @Test
  void leavesTheOldStateOrTheNewOneWheneverItIsKilled() throws Exception {
    for (int i = 0; i < STILL; i++) {
      folder.write("still-" + i + ".md", "Маяк номер " + i + " стоит на мысе и светит всю ночь.");
    }
    write(committed.get());
    // Drawn to the moment of the commit, which comes later the more the machine has to do.
    double millis = 2 * firstReload();
    var over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(1);
    JavaProcess next = start();
    int seen = 0;
    try (Docent docent = DocentFactory.open(settings);
        SegmentIndex index = open()) {
      Future<Integer> asked = threads.submit(() -> askUntil(over, docent));
      for (int i = 0; i < kills; i++) {
        try (JavaProcess reloading = next) {
          assertThat(reloading.hear()).isEqualTo("ready");
          next = start();
          write(written.incrementAndGet());
          reloading.tell("reload");
          Thread.sleep(random.nextLong(2 * (long) millis));
          reloading.kill();
        }
        heir();
        int before = committed.get();
        committed.set(state(index));
        boolean changed = committed.get() != before;
        seen += changed ? 1 : 0;
        millis *= changed ? 0.75 : 1.25;
      }
      over.set(true);
      assertThat(asked.get()).isGreaterThan(kills);
      carriesOn(next, index);
    } finally {
      next.close();
      threads.shutdownNow();
    }
    System.err
        .println(kills + " kills: the new state was there after " + seen + ", the old one after " + (kills - seen));
  }

  private JavaProcess start() throws Exception {
    var arguments = new ArrayList<Object>(List.of(settings.knowledge(), settings.data(), settings.index()));
    settings.index().settings().forEach((name, value) -> arguments.add(name + "=" + value));
    return JavaProcess.start(List.of(), ReloadingProgram.class, arguments.toArray());
  }

  /** How long a reload of all that changes takes there, from telling. */
  private long firstReload() throws Exception {
    try (JavaProcess reloading = start()) {
      assertThat(reloading.hear()).isEqualTo("ready");
      reloading.tell("reload");
      assertThat(reloading.hear()).startsWith((GATES + 1 + STILL) + " in, 0 changed");
    }
    try (JavaProcess reloading = start()) {
      assertThat(reloading.hear()).isEqualTo("ready");
      write(written.incrementAndGet());
      long began = System.nanoTime();
      reloading.tell("reload");
      assertThat(reloading.hear()).isEqualTo("1 in, " + GATES + " changed, 1 out, " + STILL + " unchanged []");
      committed.set(written.get());
      return Math.max(50, (System.nanoTime() - began) / 1_000_000);
    }
  }

  private void carriesOn(JavaProcess process, SegmentIndex index) throws Exception {
    boolean behind = committed.get() != written.get();
    assertThat(process.hear()).isEqualTo("ready");
    process.tell("reload");
    assertThat(process.hear()).isEqualTo(behind
        ? "1 in, " + GATES + " changed, 1 out, " + STILL + " unchanged []"
        : "0 in, 0 changed, 0 out, " + (GATES + 1 + STILL) + " unchanged []");
    assertThat(state(index)).isEqualTo(written.get());
    assertThat(process.end()).isZero();
  }

  private void write(int state) {
    for (int i = 0; i < GATES; i++) {
      folder.write("gate-" + i + ".md", "Код у ворот шлюза с именем " + name(i) + ": " + state + ".");
    }
    folder.write("only-" + state + ".md", "Записка " + state + " лежит в ящике.");
    if (state > 10_000) {
      folder.delete("only-" + (state - 1) + ".md");
    }
  }

  /** The one state that all documents are of. */
  private int state(SegmentIndex index) {
    try (IndexView view = index.newest()) {
      assertThat(view.lost()).isEmpty();
      assertThat(view.manifest()).isPresent();
      assertThat(view.documents()).hasSize(GATES + 1 + STILL).allMatch(entry -> entry.readable());
      assertThat(view.segmentCount()).isEqualTo(GATES + 1 + STILL);
      int state = code(view.text("gate-0.md").orElseThrow());
      for (int i = 0; i < GATES; i++) {
        assertThat(code(view.text("gate-" + i + ".md").orElseThrow())).isEqualTo(state);
      }
      assertThat(view.text("only-" + state + ".md")).isPresent();
      // Of several states that were never committed, only the last one written can be there.
      assertThat(state).isIn(committed.get(), written.get());
      return state;
    }
  }

  private int askUntil(AtomicBoolean over, Docent docent) throws InterruptedException {
    int asked = 0;
    while (!over.get()) {
      int gate = asked % GATES;
      int from = committed.get();
      String said = grounded(ask(docent, "Какой код у ворот шлюза с именем " + name(gate) + "?")).text();
      assertThat(code(said)).as(said).isBetween(from, written.get());
      assertThat(said).contains(name(gate));
      asked++;
    }
    return asked;
  }

  private static String name(int gate) {
    return List.of("Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор", "Жанна", "Зоя").get(gate % 8)
        + List.of(" Северная", " Полевая", " Морская", " Каменная", " Лесная").get(gate / 8);
  }

  private static int code(String text) {
    Matcher code = CODE.matcher(text);
    assertThat(code.find()).as(text).isTrue();
    return Integer.parseInt(code.group(1));
  }
}
