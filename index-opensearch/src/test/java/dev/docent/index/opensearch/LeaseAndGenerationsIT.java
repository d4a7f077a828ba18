package dev.docent.index.opensearch;

import static dev.docent.index.IndexContents.MANIFEST;
import static dev.docent.index.IndexContents.document;
import static dev.docent.index.IndexContents.entry;
import static dev.docent.index.IndexContents.matching;
import static dev.docent.index.IndexContents.put;
import static dev.docent.index.IndexContents.segments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.Document;
import dev.docent.corpus.Language;
import dev.docent.index.IndexBusyException;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds between processes: one change at a time, nothing of a crash to be seen, nothing too old to be read. */
class LeaseAndGenerationsIT {
  private final Map<String, String> settings = new HashMap<>(Nodes.one().settings(0));

  private SegmentIndex open() {
    return new OpenSearchProvider().open(settings, language -> false);
  }

  @Test
  void whatACrashLeftHalfDoneIsNeverSeenAndIsClearedAway() throws Exception {
    settings.put("lease", "1");
    try (SegmentIndex survivor = open()) {
      put(survivor, Language.ENGLISH, "Boats come.", "Nets dry.");
      SegmentIndex crashed = open();
      IndexChange half = crashed.change();
      Document other = document("0.md", Language.ENGLISH, "Tides rise.");
      half.put(entry(other, 5), other, segments(other));
      // Written and findable, as far as a change gets before its commit; then the process is gone.
      half.note(entry(other, 6));
      half.remove("1.md");
      crashed.close();

      assertThatThrownBy(survivor::change).isInstanceOf(IndexBusyException.class);
      Thread.sleep(1_200);
      try (IndexView view = survivor.newest()) {
        assertThat(bodies(view)).containsExactly("Boats come.", "Nets dry.");
      }
      Document third = document("2.md", Language.ENGLISH, "Gulls cry.");
      try (IndexChange next = survivor.change()) {
        next.put(entry(third, 7), third, segments(third));
        next.commit(MANIFEST);
      }
      try (IndexView view = survivor.newest()) {
        assertThat(bodies(view)).containsExactly("Boats come.", "Nets dry.", "Gulls cry.");
        assertThat(matching(view, "tides", Language.ENGLISH)).isEmpty();
        assertThat(view.segmentCount()).isEqualTo(3);
      }
      assertThatThrownBy(() -> half.commit(MANIFEST)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void aChangeThatWasTakenOverCannotCommit() throws Exception {
    settings.put("lease", "1");
    try (SegmentIndex slow = open(); SegmentIndex quick = open()) {
      put(slow, Language.ENGLISH, "Boats come.");
      OpenSearchSettings read = OpenSearchSettings.of(settings);
      try (var server = new Server(read)) {
        var control = new Control(server, read.index());
        // Without a beat, as in a process that was stopped for a while.
        HeldLease stopped = HeldLease.take(server, control, read.lease(), false, new NoBeats());
        Thread.sleep(1_200);
        put(quick, Language.ENGLISH, "Nets dry.");
        assertThatThrownBy(stopped::mustBeHeld).isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> stopped.change(state -> state.committed(state.data(), 0, MANIFEST, "", 1)))
            .isInstanceOf(IndexException.class)
            .hasMessageContaining("Nothing of it was committed");
      }
      try (IndexView view = slow.newest()) {
        assertThat(bodies(view)).containsExactly("Nets dry.");
      }
    }
  }

  @Test
  void aLongChangeKeepsItsLease() throws Exception {
    settings.put("lease", "1");
    try (SegmentIndex one = open(); SegmentIndex other = open()) {
      try (IndexChange change = one.change()) {
        Thread.sleep(2_500);
        assertThatThrownBy(other::change).isInstanceOf(IndexBusyException.class).hasMessageContaining("process");
        change.commit(MANIFEST);
      }
      other.change().close();
    }
  }

  @Test
  void aViewThatIsTooOldSaysSoAndNeverGivesLess() throws Exception {
    settings.put("view", "1");
    try (SegmentIndex index = open()) {
      put(index, Language.ENGLISH, "Boats come.");
      try (IndexView old = index.newest()) {
        Thread.sleep(1_100);
        assertThat(bodies(old)).as("nothing has changed").containsExactly("Boats come.");
        put(index, Language.ENGLISH, "Nets dry.");
        Thread.sleep(2_200);
        index.change().close();
        assertThatThrownBy(() -> old.segments("0.md")).isInstanceOf(IndexException.class)
            .hasMessageContaining("too old");
      }
      try (IndexView view = index.newest()) {
        assertThat(bodies(view)).containsExactly("Nets dry.");
      }
    }
  }

  @Test
  void anIndexMadeAnewRemembersWhatWasLostUntilItsFirstCommit() {
    try (SegmentIndex index = open()) {
      put(index, Language.ENGLISH, "Boats come.");
      try (IndexView before = index.newest()) {
        index.startAnew("a test");
        assertThat(bodies(before)).containsExactly("Boats come.");
      }
      try (IndexView view = index.newest()) {
        assertThat(view.lost()).contains("a test");
        assertThat(view.documents()).isEmpty();
      }
      put(index, Language.ENGLISH, "Nets dry.");
      try (IndexView view = index.newest()) {
        assertThat(view.lost()).isEmpty();
      }
    }
  }

  @Test
  void aServerThatIsNotThereIsNamedAndThePasswordIsNot() {
    settings.putAll(Map.of("url", "http://127.0.0.1:1", "user", "ada", "password", "s3cret", "timeout", "2"));
    assertThatThrownBy(this::open).isInstanceOf(IndexException.class)
        .hasMessageContaining("http://127.0.0.1:1")
        .hasMessageContaining("docent.opensearch.url")
        .hasMessageNotContaining("s3cret");
    assertThat(OpenSearchSettings.of(settings).toString()).doesNotContain("s3cret");
  }

  @Test
  void aNodeThatIsKilledIsAnErrorAndNeverAShorterAnswer() throws Exception {
    try (Nodes nodes = Nodes.start(1);
        SegmentIndex index = new OpenSearchProvider().open(nodes.settings(0), language -> false)) {
      put(index, Language.ENGLISH, "Boats come.", "Boats go.");
      try (IndexView view = index.newest(); IndexChange change = index.change()) {
        assertThat(matching(view, "boats", Language.ENGLISH)).hasSize(2);
        nodes.kill(0);
        assertThatThrownBy(() -> matching(view, "boats", Language.ENGLISH)).isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> change.commit(MANIFEST)).isInstanceOf(IndexException.class);
      } catch (IndexException e) {
        assertThat(e).as("from giving back the lease").hasMessageContaining("can't be reached");
      }
    }
  }

  private static List<String> bodies(IndexView view) {
    return view.documents()
        .stream()
        .flatMap(document -> view.segments(document.id()).stream())
        .map(segment -> segment.body())
        .toList();
  }

  /** Never runs anything. */
  private static final class NoBeats extends java.util.concurrent.ScheduledThreadPoolExecutor {
    NoBeats() {
      super(1);
      shutdown();
    }

    @Override
    public java.util.concurrent.ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay,
        long period, java.util.concurrent.TimeUnit unit) {
      return new java.util.concurrent.ScheduledThreadPoolExecutor(1).schedule(() -> {}, 0, unit);
    }
  }
}
