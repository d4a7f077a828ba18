package dev.docent.shell.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.DocentSettings;
import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadReport.Refusal;
import dev.docent.reload.Watch;
import dev.docent.reload.WatchListener;
import dev.docent.shell.FakeDocent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FolderFollowingTest {
  private final FakeDocent docent = new FakeDocent();
  private final List<String> shown = new ArrayList<>();

  @Test
  void saysEachReloadInOneLine() {
    try (Watch watch = following(true)) {
      heard().reloaded(report(List.of("prices.md"), List.of("notes.md"), List.of("old.md"), List.of()));
      heard().reloaded(report(List.of(), List.of(), List.of(), List.of(new Refusal("a.md", "is empty"))));
      heard()
          .reloaded(report(IntStream.range(0, 9).mapToObj(i -> i + ".md").toList(), List.of(), List.of(), List.of()));
    }
    assertThat(shown).containsExactly("  reloaded: + prices.md  ~ notes.md  - old.md",
        "  reloaded: ! a.md: is empty",
        "  reloaded: + 0.md  + 1.md  + 2.md  + 3.md  + 4.md  + 5.md  and 3 more");
    assertThat(docent.done).containsExactly("watch", "watch ended");
  }

  @Test
  void saysAFailureInOneLine() {
    try (Watch watch = following(true)) {
      heard().failed(new CorpusUnavailableException("the folder /k\nis gone"));
    }
    assertThat(shown).singleElement().asString().startsWith("  following the folder: the folder /k").hasLineCount(1);
  }

  @Test
  void doesNothingWhenTheUserDoesntWantIt() {
    try (Watch watch = following(false)) {
      assertThat(docent.done).isEmpty();
    }
  }

  private WatchListener heard() {
    return Objects.requireNonNull(docent.watcher);
  }

  private Watch following(boolean watch) {
    var settings = new DocentSettings(Path.of("/k"), Path.of("/d"), docent.model(), URI.create("http://localhost"),
        Duration.ofSeconds(1), watch, true);
    return new FolderFollowing(() -> settings, new VectorFilling()).begin(docent, shown::add);
  }

  private static ReloadReport report(List<String> added, List<String> changed, List<String> removed,
      List<Refusal> failed) {
    return new ReloadReport(added, changed, removed, 1, failed, List.of(), 3, 0, List.of(), 5);
  }
}
