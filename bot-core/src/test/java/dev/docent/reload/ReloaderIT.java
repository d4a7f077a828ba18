package dev.docent.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.corpus.DocumentSource;
import dev.docent.corpus.DocumentSource.Closed;
import dev.docent.corpus.Language;
import dev.docent.corpus.Splitter;
import dev.docent.corpus.files.FolderSource;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexBusyException;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import dev.docent.reload.ReloadReport.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloaderIT {
  private final Folder folder;
  private final SegmentIndex index;
  private final List<Closed> closed = new ArrayList<>();

  ReloaderIT(@TempDir Path knowledge, @TempDir Path data) {
    folder = new Folder(knowledge);
    index = LuceneSegmentIndex.open(data, language -> true);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void knowsWhenADocumentWasWritten() throws Exception {
    folder.write("a.md", "Boats come.");
    Instant written = Instant.parse("2025-03-31T10:00:00Z");
    Files.setLastModifiedTime(folder.path().resolve("a.md"), FileTime.from(written));
    reload();
    try (IndexView view = index.acquire()) {
      assertThat(view.document("a.md")).map(DocumentEntry::changed).contains(written);
    }
  }

  @Test
  void reportsWhatWasAddedChangedRemovedAndLeft() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    folder.write("b.md", "Nets dry.");
    folder.write("c.md", "Tides rise.");
    assertThat(reload().added()).containsExactly("a.md", "b.md", "c.md");
    folder.write("d.md", "Ropes hold.");
    folder.write("b.md", "Nets are wet.");
    folder.delete("c.md");
    ReloadReport report = reload();
    assertThat(report.added()).containsExactly("d.md");
    assertThat(report.changed()).containsExactly("b.md");
    assertThat(report.removed()).containsExactly("c.md");
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(report.segments()).isEqualTo(3);
    assertThat(report.vectorsMissing()).isEqualTo(3);
    assertThat(text("b.md")).isEqualTo("Nets are wet.");
    assertThat(documents()).containsExactly("a.md", "b.md", "d.md");
  }

  @Test
  void doesNothingWhenNothingChanged() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    assertThat(reload().changedAnything()).isTrue();
    ReloadReport report = reload();
    assertThat(report.changedAnything()).isFalse();
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void keepsTheLastGoodTextOfABrokenFileUntilItIsMended() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    assertThat(reload().failed()).isEmpty();
    folder.write("a.md", "Boats\u0000come");
    ReloadReport broken = reload();
    assertThat(broken.failed()).extracting(Refusal::document).containsExactly("a.md");
    assertThat(broken.changed()).isEmpty();
    assertThat(text("a.md")).isEqualTo("Boats come.");
    assertThat(broken.segments()).isEqualTo(1);
    assertThat(reload().failed()).as("said again").hasSize(1);
    folder.write("a.md", "Boats leave.");
    ReloadReport mended = reload();
    assertThat(mended.changed()).containsExactly("a.md");
    assertThat(mended.failed()).isEmpty();
    assertThat(text("a.md")).isEqualTo("Boats leave.");
  }

  @Test
  void takesAMendedFileBackEvenIfItIsAsItWas() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    assertThat(reload().failed()).isEmpty();
    folder.write("a.md", "");
    assertThat(reload().failed()).hasSize(1);
    folder.write("a.md", "Boats come.");
    assertThat(reload().failed()).isEmpty();
    try (IndexView view = index.acquire()) {
      assertThat(view.documents()).allMatch(DocumentEntry::readable);
    }
  }

  @Test
  void listsAFileThatWasNeverReadable() throws InterruptedException {
    folder.write("a.md", "");
    folder.write("b.bin", "x");
    ReloadReport report = reload();
    assertThat(report.added()).isEmpty();
    assertThat(report.failed()).extracting(Refusal::document).containsExactly("a.md");
    assertThat(report.skipped()).extracting(Refusal::document).containsExactly("b.bin");
    assertThat(documents()).containsExactly("a.md");
    folder.delete("a.md");
    assertThat(reload().failed()).isEmpty();
    assertThat(documents()).isEmpty();
  }

  @Test
  void followsARenaming() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    assertThat(reload().added()).hasSize(1);
    folder.delete("a.md");
    folder.write("z/b.md", "Boats come.");
    ReloadReport report = reload();
    assertThat(report.added()).containsExactly("z/b.md");
    assertThat(report.removed()).containsExactly("a.md");
    assertThat(report.segments()).isEqualTo(1);
  }

  @Test
  void aRenamedFileKeepsItsVectorsAndAChangedParagraphCostsOne() throws InterruptedException {
    var filler = new VectorFiller(index, new LengthEmbedder());
    var paragraphs = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      paragraphs.add(("Boat number " + i + " comes at dawn and leaves at dusk. ").repeat(8));
    }
    folder.write("a.md", String.join("\n\n", paragraphs));
    folder.write("b.md", "# Nets\n\nThey dry.");
    assertThat(reload().vectorsMissing()).isGreaterThan(30);
    filler.fill(Progress.NONE);
    folder.write("moved/c.md", String.join("\n\n", paragraphs));
    folder.delete("a.md");
    folder.write("d.md", "# Nets\n\nThey dry.");
    folder.delete("b.md");
    assertThat(reload().vectorsMissing()).isZero();
    paragraphs.set(20, "Boat number twenty was sold. ".repeat(12));
    folder.write("moved/c.md", String.join("\n\n", paragraphs));
    assertThat(reload().vectorsMissing()).isEqualTo(1);
  }

  @Test
  void vectorsAreMadeFirstForWhatWasWrittenLast() throws Exception {
    for (String id : List.of("a.md", "b.md", "c.md", "d.md")) {
      folder.write(id, "Text of " + id + ".");
      int days = List.of("c.md", "a.md", "d.md", "b.md").indexOf(id);
      Files.setLastModifiedTime(folder.path().resolve(id), FileTime.from(Instant.now().minus(days, ChronoUnit.DAYS)));
    }
    assertThat(reload().added()).containsExactly("a.md", "b.md", "c.md", "d.md");
    try (IndexView view = index.acquire()) {
      assertThat(view.withoutVector(2)).extracting(segment -> segment.documentId()).containsExactly("c.md", "a.md");
    }
  }

  @Test
  void makesTheIndexAnewWhenItWasMadeInAnotherWay() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    assertThat(reload().notices()).isEmpty();
    ReloadReport report = reloader("another model").reload(ReloadRequest.CAREFUL, Progress.NONE);
    assertThat(report.notices()).singleElement().asString().contains("model").contains("another model");
    assertThat(report.added()).containsExactly("a.md");
    assertThat(report.segments()).isEqualTo(1);
    assertThat(reloader("another model").reload(ReloadRequest.CAREFUL, Progress.NONE).notices()).isEmpty();
  }

  @Test
  void leavesTheIndexAsItIsWhenTheFolderIsGone(@TempDir Path elsewhere) throws InterruptedException {
    folder.write("a.md", "Boats come.");
    assertThat(reload().added()).hasSize(1);
    var gone = new Reloader(new FolderSource(elsewhere.resolve("gone"), (text, all) -> Language.ENGLISH),
        new Splitter(), index, new IndexManifest("model", "1", 1));
    assertThatThrownBy(() -> gone.reload(ReloadRequest.CAREFUL, Progress.NONE))
        .isInstanceOf(CorpusUnavailableException.class);
    assertThat(documents()).containsExactly("a.md");
  }

  @Test
  void leavesTheIndexAsItIsWhenCancelledAtAnyPoint() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    assertThat(reload().added()).hasSize(1);
    folder.write("b.md", "Nets dry.");
    folder.write("c.md", "Tides rise.");
    folder.delete("a.md");
    for (int at = -1; at < 2; at++) {
      int when = at;
      assertThatThrownBy(() -> {
        if (when < 0) {
          Thread.currentThread().interrupt();
        }
        reloader("model").reload(ReloadRequest.CAREFUL, (work, done, total) -> {
          if (done == when) {
            Thread.currentThread().interrupt();
          }
        });
      }).as("cancelled at %d", at).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
      assertThat(documents()).containsExactly("a.md");
    }
    assertThat(reload().failed()).isEmpty();
    assertThat(documents()).containsExactly("b.md", "c.md");
  }

  @Test
  void keepsTheDocumentsOfASubfolderThatCantBeLookedInto() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    folder.write("in/b.md", "Nets dry.");
    folder.write("in/c.md", "Tides rise.");
    assertThat(reload().added()).hasSize(3);
    folder.delete("in/b.md");
    folder.delete("in/c.md");
    closed.add(new Closed("in", "is locked"));
    ReloadReport report = reload();
    assertThat(report.removed()).isEmpty();
    assertThat(report.failed()).containsExactly(
        new Refusal("in", "is locked; what was read there before is kept (documents: 2)"));
    assertThat(report.segments()).isEqualTo(3);
    assertThat(text("in/b.md")).isEqualTo("Nets dry.");
    closed.clear();
    assertThat(reload().removed()).containsExactly("in/b.md", "in/c.md");
  }

  @Test
  void asksBeforeAnEmptyFolderEmptiesTheIndex() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    folder.write("b.md", "Nets dry.");
    assertThat(reload().added()).hasSize(2);
    folder.delete("a.md");
    folder.delete("b.md");
    assertThatThrownBy(this::reload).isInstanceOf(UnconfirmedRemovalException.class)
        .hasMessageContaining(folder.path().toString())
        .hasMessageContaining("none of the 2 documents")
        .hasMessageContaining("reload --confirm");
    assertThatThrownBy(() -> reloader("another model").reload(ReloadRequest.CAREFUL, Progress.NONE))
        .as("nor when it is made anew")
        .isInstanceOf(UnconfirmedRemovalException.class);
    assertThat(documents()).containsExactly("a.md", "b.md");
    assertThat(confirmed().removed()).containsExactly("a.md", "b.md");
    assertThat(documents()).isEmpty();
    assertThat(reload().changedAnything()).isFalse();
  }

  @Test
  void asksBeforeMostOfManyDocumentsGo() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      folder.write(i + ".md", "Boat " + i + " comes.");
    }
    assertThat(reload().added()).hasSize(10);
    for (int i = 0; i < 6; i++) {
      folder.delete(i + ".md");
    }
    assertThatThrownBy(this::reload).isInstanceOf(UnconfirmedRemovalException.class)
        .hasMessageContaining("lacks 6 of the 10 documents");
    folder.write("moved/0.md", "Boat 0 comes.");
    ReloadReport report = reload();
    assertThat(report.removed()).as("5 lost, 1 moved").hasSize(6);
  }

  @Test
  void isRefusedWhileAnotherProcessReloads() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    try (IndexChange other = index.change()) {
      assertThatThrownBy(this::reload).isInstanceOf(IndexBusyException.class);
    }
    assertThat(reload().added()).containsExactly("a.md");
  }

  @Test
  void waitsForAnotherIfItIsPatient() throws Exception {
    folder.write("a.md", "Boats come.");
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<ReloadReport> patient;
      try (IndexChange other = index.change()) {
        patient = threads
            .submit(() -> reloader("model").reload(new ReloadRequest(false, true), Progress.NONE));
        assertThatThrownBy(() -> patient.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        other.commit(new IndexManifest("model", "1", 1));
      }
      assertThat(patient.get(20, TimeUnit.SECONDS).added()).containsExactly("a.md");
    }
  }

  private ReloadReport confirmed() throws InterruptedException {
    return reloader("model").reload(new ReloadRequest(true, false), Progress.NONE);
  }

  private ReloadReport reload() throws InterruptedException {
    return reloader("model").reload(ReloadRequest.CAREFUL, Progress.NONE);
  }

  private Reloader reloader(String model) {
    var source = new PartlyClosed(new FolderSource(folder.path(), (text, candidates) -> Language.ENGLISH), closed);
    return new Reloader(source, new Splitter(), index, new IndexManifest(model, "1", 1));
  }

  private List<String> documents() {
    try (IndexView view = index.acquire()) {
      return view.documents().stream().map(DocumentEntry::id).toList();
    }
  }

  /** A folder in parts of which nobody can look. */
  private record PartlyClosed(DocumentSource source, List<Closed> closed) implements DocumentSource {
    @Override
    public String place() {
      return source.place();
    }

    @Override
    public Scan scan() {
      Scan scan = source.scan();
      return new Scan(scan.found(), scan.skipped(), List.copyOf(closed));
    }

    @Override
    public String look() {
      return source.look();
    }

    @Override
    public ReadOutcome read(Found found) {
      return source.read(found);
    }
  }

  private String text(String id) {
    try (IndexView view = index.acquire()) {
      return view.text(id).orElseThrow();
    }
  }
}
