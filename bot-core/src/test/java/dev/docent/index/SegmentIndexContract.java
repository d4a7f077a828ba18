package dev.docent.index;

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
import dev.docent.corpus.Pages;
import dev.docent.corpus.Segment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every index of segments does. Vectors are made for English only and have two dimensions. */
public abstract class SegmentIndexContract {
  private static final Document BOATS = document("boats.md", Language.ENGLISH, "Boats come at dawn.", "Nets dry.");

  private final SegmentIndex index;

  protected SegmentIndexContract(SegmentIndex index) {
    this.index = index;
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void isEmptyAtFirst() {
    try (IndexView view = index.acquire()) {
      assertThat(view.segmentCount()).isZero();
      assertThat(view.documents()).isEmpty();
      assertThat(view.languages()).isEmpty();
      assertThat(view.manifest()).isEmpty();
      assertThat(view.text("boats.md")).isEmpty();
      assertThat(matching(view, "boats", Language.ENGLISH)).isEmpty();
      assertThat(view.nearest(new float[]{1, 0}, 5)).isEmpty();
      assertThat(view.spelledLike("boast", Language.ENGLISH)).isEmpty();
    }
  }

  @Test
  void showsNothingOfAChangeBeforeItsCommit() {
    try (IndexChange change = index.change()) {
      change.put(entry(BOATS, 1), BOATS, segments(BOATS));
      assertThat(count()).isZero();
      change.commit(MANIFEST);
      assertThat(count()).isEqualTo(2);
    }
  }

  @Test
  void undoesAChangeThatIsClosedWithoutCommit() {
    put(index, Language.ENGLISH, "Boats come.");
    try (IndexChange change = index.change()) {
      change.clear();
      change.put(entry(BOATS, 1), BOATS, segments(BOATS));
    }
    try (IndexView view = index.acquire()) {
      assertThat(view.documents()).extracting(DocumentEntry::id).containsExactly("0.md");
      assertThat(view.manifest()).contains(MANIFEST);
    }
  }

  @Test
  void keepsAViewAsItIsWhileTheIndexChanges() {
    put(index, Language.ENGLISH, "Boats come.");
    try (IndexView before = index.acquire()) {
      remove("0.md");
      assertThat(before.segmentCount()).isEqualTo(1);
      assertThat(before.text("0.md")).contains("Boats come.");
      assertThat(count()).isZero();
    }
  }

  @Test
  void givesBackWhatWasPut() {
    var headed = new Segment("a/b.md", "Title", 0, List.of("One", "Two"), "## Two\nBody", 7, 10, 4,
        new Pages(3, List.of(7, 7, 9)), Language.GERMAN);
    Document document = document("a/b.md", Language.GERMAN, "## Two\nBody");
    var entry = new DocumentEntry("a/b.md", "Title", Language.GERMAN, "stamp", 1, Instant.ofEpochMilli(5),
        Instant.ofEpochMilli(7), "", List.of());
    try (IndexChange change = index.change()) {
      change.put(entry, document, List.of(headed));
      change.commit(MANIFEST);
    }
    try (IndexView view = index.acquire()) {
      assertThat(view.segments("a/b.md")).containsExactly(headed);
      assertThat(view.documents()).containsExactly(entry);
      assertThat(view.document("a/b.md")).contains(entry);
      assertThat(view.document("a")).isEmpty();
      assertThat(view.text("a/b.md")).contains("## Two\nBody");
      assertThat(view.languages()).containsExactly(Language.GERMAN);
      assertThat(matching(view, "One", Language.GERMAN)).as("words of headings match").containsExactly("Body");
    }
  }

  @Test
  void putsADocumentInThePlaceOfItsOldSelf() {
    put(index, Language.ENGLISH, "Boats come.");
    put(index, Language.ENGLISH, "Nets dry.");
    try (IndexView view = index.acquire()) {
      assertThat(view.segments("0.md")).extracting(Segment::body).containsExactly("Nets dry.");
      assertThat(view.documents()).hasSize(1);
      assertThat(matching(view, "boats", Language.ENGLISH)).isEmpty();
    }
  }

  @Test
  void notesAProblemAndLeavesTheSegments() {
    put(index, Language.ENGLISH, "Boats come.", "Nets dry.");
    var broken = new DocumentEntry("0.md", "0.md", Language.ENGLISH, "new", 1, Instant.EPOCH, "is broken");
    try (IndexChange change = index.change()) {
      change.note(broken);
      change.commit(MANIFEST);
    }
    try (IndexView view = index.acquire()) {
      assertThat(view.documents()).hasSize(2).contains(broken);
      assertThat(matching(view, "boats", Language.ENGLISH)).containsExactly("Boats come.");
    }
  }

  @Test
  void refusesASecondChangeWhileOneIsOpen() {
    IndexChange first = index.change();
    assertThatThrownBy(index::change).isInstanceOf(IndexBusyException.class);
    assertThatThrownBy(() -> index.addVectors(List.of())).isInstanceOf(IndexBusyException.class);
    first.close();
    index.change().close();
  }

  @Test
  void waitsForVectorsOfTheLanguagesThatHaveThemNewestFirst() {
    put(index, Language.ENGLISH, "Boats come.", "Nets dry.", "Tides rise.");
    try (IndexView view = index.acquire()) {
      assertThat(view.vectorsMissing()).isEqualTo(3);
      assertThat(view.withoutVector(2)).extracting(Segment::documentId).containsExactly("2.md", "1.md");
    }
    put(index, Language.RUSSIAN, "Лодки.", "Сети.", "Прилив.");
    try (IndexView view = index.acquire()) {
      assertThat(view.vectorsMissing()).isZero();
      assertThat(view.withoutVector(5)).isEmpty();
    }
  }

  @Test
  void eachCommitHasALargerGeneration() {
    long before = generation();
    put(index, Language.ENGLISH, "Boats come.");
    long first = generation();
    assertThat(first).isGreaterThan(before);
    assertThat(generation()).as("of the same state").isEqualTo(first);
    index.change().close();
    assertThat(generation()).as("of a change that was given up").isEqualTo(first);
    vector("0.md", 1, 0);
    assertThat(generation()).as("of vectors").isGreaterThan(first);
  }

  private long generation() {
    try (IndexView view = index.newest()) {
      return view.generation();
    }
  }

  @Test
  void ranksByNearnessAndSaysTheCosine() {
    put(index, Language.ENGLISH, "Boats come.", "Nets dry.", "Tides rise.");
    vector("0.md", 1, 0);
    vector("1.md", 0.6f, 0.8f);
    try (IndexView view = index.acquire()) {
      List<ScoredSegment> near = view.nearest(new float[]{1, 0}, 5);
      assertThat(near).extracting(scored -> scored.segment().documentId()).containsExactly("0.md", "1.md");
      assertThat(near.getFirst().score()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
      assertThat(near.getLast().score()).isCloseTo(0.6, org.assertj.core.data.Offset.offset(1e-5));
      assertThat(view.vectorsMissing()).isEqualTo(1);
      assertThat(view.manifest()).as("survives vectors").contains(MANIFEST);
      assertThat(matching(view, "boats", Language.ENGLISH)).as("words still match").containsExactly("Boats come.");
    }
  }

  @Test
  void keepsTheVectorsOfTextThatStayed() {
    put(index, Language.ENGLISH, "Boats come.");
    vector("0.md", 1, 0);
    Document longer = document("0.md", Language.ENGLISH, "A new beginning.", "Boats come.");
    try (IndexChange change = index.change()) {
      change.put(entry(longer, 9), longer, segments(longer));
      change.commit(MANIFEST);
    }
    try (IndexView view = index.acquire()) {
      assertThat(view.withoutVector(5)).extracting(Segment::body).containsExactly("A new beginning.");
      assertThat(view.nearest(new float[]{1, 0}, 5)).extracting(scored -> scored.segment().body())
          .containsExactly("Boats come.");
    }
  }

  @Test
  void passesOverVectorsOfSegmentsThatHaveGoneOrChanged() {
    put(index, Language.ENGLISH, "Boats come.", "Nets dry.");
    List<Segment> old;
    try (IndexView view = index.acquire()) {
      old = view.withoutVector(5);
    }
    remove("1.md");
    put(index, Language.ENGLISH, "Tides rise.");
    index.addVectors(old.stream().map(segment -> new SegmentVector(segment, new float[]{1, 0})).toList());
    try (IndexView view = index.acquire()) {
      assertThat(view.segmentCount()).isEqualTo(1);
      assertThat(view.segments("0.md")).extracting(Segment::body).containsExactly("Tides rise.");
      assertThat(view.vectorsMissing()).isEqualTo(1);
    }
  }

  private int count() {
    try (IndexView view = index.acquire()) {
      return view.segmentCount();
    }
  }

  private void remove(String id) {
    try (IndexChange change = index.change()) {
      change.remove(id);
      change.commit(MANIFEST);
    }
  }

  private void vector(String id, float... vector) {
    try (IndexView view = index.acquire()) {
      index.addVectors(List.of(new SegmentVector(view.segments(id).getFirst(), vector)));
    }
  }
}
