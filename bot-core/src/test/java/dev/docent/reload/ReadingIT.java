package dev.docent.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.Block;
import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource;
import dev.docent.corpus.Language;
import dev.docent.corpus.Pages;
import dev.docent.corpus.Splitter;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Documents that take long, beside others. */
@Timeout(30)
@Isolated("its time limits are short")
class ReadingIT {
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private final SegmentIndex index;
  private final CountDownLatch slowEnds = new CountDownLatch(1);
  private final AtomicInteger slowAtOnce = new AtomicInteger();
  private final List<String> documents = new ArrayList<>();

  ReadingIT(@TempDir Path data) {
    index = LuceneSegmentIndex.open(data, language -> false);
  }

  @AfterEach
  void close() {
    index.close();
  }

  /** What is called slow takes until it is let go, what is called broken fails. */
  private final class Source implements DocumentSource {
    @Override
    public String place() {
      return "a source";
    }

    @Override
    public Scan scan() {
      List<Found> found = IntStream.range(0, documents.size())
          .mapToObj(i -> new Found(documents.get(i), "1", Instant.ofEpochSecond(i)))
          .sorted((one, other) -> one.id().compareTo(other.id()))
          .toList();
      return new Scan(found, List.of(), List.of());
    }

    @Override
    public String look() {
      return String.join(",", documents);
    }

    @Override
    public ReadOutcome read(Found found) {
      if (found.id().startsWith("broken")) {
        throw new IllegalStateException("broken");
      }
      if (found.id().startsWith("slow")) {
        slowAtOnce.incrementAndGet();
        try {
          slowEnds.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      String text = "About " + found.id() + " there is a word.";
      return new ReadOutcome.Read(new Document(found.id(), found.id(), Language.ENGLISH, text,
          List.of(new Block(Block.Kind.PARAGRAPH, 0, 0, text.length())), Pages.NONE, found.stamp()));
    }
  }

  private Reloader reloader() {
    return new Reloader(new Source(), new Splitter(), index, new IndexManifest("none", Splitter.VERSION, 1), PATIENCE);
  }

  private FutureTask<ReloadReport> reloading() {
    var task = new FutureTask<>(() -> reloader().reload(ReloadRequest.CAREFUL, Progress.NONE));
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private List<String> held() {
    try (IndexView view = index.newest()) {
      return view.documents().stream().map(DocumentEntry::id).toList();
    }
  }

  @Test
  void threeThatTakeLongHoldNobodyUp() throws Exception {
    documents.addAll(List.of("slow1", "slow2", "slow3"));
    IntStream.range(0, 50).forEach(i -> documents.add("quick" + i));
    var task = reloading();
    while (held().size() < 50) {
      Thread.sleep(20);
    }
    assertThat(held()).hasSize(50).noneMatch(id -> id.startsWith("slow"));
    assertThat(slowAtOnce).as("beside each other, too").hasValue(3);
    assertThat(task.isDone()).isFalse();
    slowEnds.countDown();
    ReloadReport report = task.get();
    assertThat(report.added()).hasSize(53);
    assertThat(held()).hasSize(53);
  }

  @Test
  void moreThanThatAreWaitedForAndNoneIsLost() throws Exception {
    IntStream.range(0, 9).forEach(i -> documents.add("slow" + i));
    documents.add("quick");
    var task = reloading();
    Thread.sleep(700);
    assertThat(slowAtOnce.get()).isEqualTo(4);
    slowEnds.countDown();
    assertThat(task.get().added()).hasSize(10);
    assertThat(held()).hasSize(10);
  }

  @Test
  void areReadInTheirOrder() throws Exception {
    IntStream.range(0, 500).forEach(i -> documents.add("quick" + i));
    var order = new ArrayList<String>();
    try (var reading = new Reading(new Source(), new Source().scan().found(), PATIENCE)) {
      while (reading.more()) {
        order.add(reading.next(true).orElseThrow().found().id());
      }
    }
    assertThat(order).hasSize(500).isSorted();
  }

  @Test
  void whatFailsFailsTheReloadAsEver() {
    documents.addAll(List.of("quick", "broken"));
    assertThatThrownBy(() -> reloader().reload(ReloadRequest.CAREFUL, Progress.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
    assertThat(held()).isEmpty();
  }

  @Test
  void aCancelledReloadEndsAtOnceAndLeavesTheNextAFreeWay() throws Exception {
    documents.addAll(List.of("slow", "quick"));
    var task = new FutureTask<>(() -> reloader().reload(ReloadRequest.CAREFUL, Progress.NONE));
    Thread thread = Thread.ofPlatform().daemon().start(task);
    while (held().isEmpty()) {
      Thread.sleep(20);
    }
    // Its commit has ended by then: an interrupt in the middle of one is Lucene's affair.
    Thread.sleep(300);
    thread.interrupt();
    thread.join(5_000);
    assertThat(thread.isAlive()).isFalse();
    assertThatThrownBy(task::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(held()).containsExactly("quick");
    slowEnds.countDown();
    assertThat(reloader().reload(ReloadRequest.CAREFUL, Progress.NONE).added()).containsExactly("slow");
  }
}
