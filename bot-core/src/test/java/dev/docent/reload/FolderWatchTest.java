package dev.docent.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.corpus.DocumentSource;
import dev.docent.index.IndexBusyException;
import dev.docent.reload.ReloadReport.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderWatchTest {
  private static final ReloadReport SAME = report(List.of(), List.of());
  private static final ReloadReport CHANGED = report(List.of("a.md"), List.of());

  private final List<String> heard = new ArrayList<>();
  private String look = "1";
  private long now;
  private final FolderWatch watch = new FolderWatch(new TouchedSource(), this::reload, new Heard(), () -> now);
  private long lookTakes;
  private int reloads;
  private String touchedDuringReload = "";
  private ReloadReport report = SAME;
  private List<RuntimeException> failures = new ArrayList<>();

  @Test
  void reloadsOnceAtTheBeginningAndIsSilentIfNothingChanged() throws InterruptedException {
    turns(5);
    assertThat(reloads).isEqualTo(1);
    assertThat(heard).isEmpty();
  }

  @Test
  void waitsUntilTwoLooksAreAlike() throws InterruptedException {
    turns(3);
    report = CHANGED;
    for (String growing : List.of("2", "3", "4")) {
      look = growing;
      turns(1);
    }
    assertThat(reloads).isEqualTo(1);
    turns(4);
    assertThat(reloads).isEqualTo(2);
    assertThat(heard).containsExactly("reloaded [a.md]");
  }

  @Test
  void readsAFolderThatIsNeverQuietAfterAWhile() throws InterruptedException {
    turns(3);
    for (int i = 0; i < 100; i++) {
      look = "grown " + i;
      turns(1);
    }
    assertThat(reloads).isBetween(3, 5);
  }

  @Test
  void reloadsAgainForWhatIsTouchedDuringAReload() throws InterruptedException {
    turns(3);
    look = "2";
    turns(1);
    touchedDuringReload = "3";
    turns(1);
    assertThat(reloads).isEqualTo(2);
    turns(2);
    assertThat(reloads).isEqualTo(3);
  }

  @Test
  void looksOnceASecondOrAsSeldomAsALookIsDear() throws InterruptedException {
    turns(3);
    assertThat(watch.turn()).isEqualTo(Duration.ofSeconds(1));
    lookTakes = Duration.ofMillis(200).toNanos();
    assertThat(watch.turn()).as("a single slow look").isEqualTo(Duration.ofSeconds(1));
    assertThat(watch.turn()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void tellsAFailureOnceAndGoesOn() throws InterruptedException {
    failures = new ArrayList<>(List.of(busy(), busy(), busy()));
    turns(3);
    report = CHANGED;
    turns(4);
    assertThat(reloads).isEqualTo(4);
    assertThat(heard).containsExactly("failed " + busy().getMessage(), "reloaded [a.md]");
  }

  @Test
  void triesMoreAndMoreSeldomWhatKeepsFailing() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      failures.add(busy());
    }
    turns(1);
    assertThat(watch.turn()).isEqualTo(Duration.ofSeconds(2));
    assertThat(watch.turn()).isEqualTo(Duration.ofSeconds(4));
    turns(5);
    assertThat(watch.turn()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void neverConfirmsALargeRemovalAndAsksAgainOnlyWhenTheFolderChanges() throws InterruptedException {
    turns(3);
    failures = new ArrayList<>(List.of(new UnconfirmedRemovalException("/k", 3, 3)));
    look = "2";
    turns(9);
    assertThat(reloads).isEqualTo(2);
    assertThat(heard).singleElement().asString().startsWith("failed /k holds none of the 3 documents");
    look = "3";
    turns(3);
    assertThat(reloads).isEqualTo(3);
  }

  @Test
  void saysThatTheFolderIsGoneEachTimeItGoes() throws InterruptedException {
    turns(3);
    for (int i = 0; i < 2; i++) {
      look = "";
      turns(3);
      look = "1";
      turns(3);
    }
    assertThat(heard).containsExactly("failed gone", "failed gone");
    assertThat(reloads).isEqualTo(1);
  }

  @Test
  void tellsOfADocumentThatCantBeReadAnyMore() throws InterruptedException {
    turns(3);
    report = report(List.of(), List.of(new Refusal("b.md", "is empty")));
    look = "2";
    turns(3);
    look = "3";
    turns(3);
    assertThat(heard).containsExactly("reloaded []");
  }

  @Test
  void endsWhenInterrupted() throws InterruptedException {
    turns(1);
    failures.add(busy());
    Thread.currentThread().interrupt();
    assertThatThrownBy(watch::turn).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(heard).isEmpty();
  }

  private ReloadReport reload() {
    reloads++;
    if (!touchedDuringReload.isEmpty()) {
      look = touchedDuringReload;
      touchedDuringReload = "";
    }
    if (!failures.isEmpty()) {
      throw failures.removeFirst();
    }
    return report;
  }

  private void turns(int n) throws InterruptedException {
    for (int i = 0; i < n; i++) {
      now += watch.turn().toNanos();
    }
  }

  private static IndexBusyException busy() {
    return new IndexBusyException("busy", false);
  }

  private static ReloadReport report(List<String> added, List<Refusal> failed) {
    return new ReloadReport(added, List.of(), List.of(), 1, failed, List.of(), 1, 0, List.of(), 1);
  }

  private final class TouchedSource implements DocumentSource {
    @Override
    public String place() {
      return "the source";
    }

    @Override
    public Scan scan() {
      throw new AssertionError("a look reads nothing");
    }

    @Override
    public String look() {
      now += lookTakes;
      if (look.isEmpty()) {
        throw new CorpusUnavailableException("gone");
      }
      return look;
    }

    @Override
    public ReadOutcome read(Found found) {
      throw new AssertionError("a look reads nothing");
    }
  }

  private final class Heard implements WatchListener {
    @Override
    public void reloaded(ReloadReport report) {
      heard.add("reloaded " + report.added());
    }

    @Override
    public void failed(RuntimeException problem) {
      heard.add("failed " + problem.getMessage());
    }
  }
}
