package dev.docent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.DocumentSource.Closed;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.Scan;
import dev.docent.corpus.Language;
import dev.docent.index.DocumentEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusDiffTest {

  @Test
  void sortsWhatIsFoundByWhatIsHeld() {
    CorpusDiff diff = CorpusDiff.between(
        scan(found("new", "1"), found("edited", "2"), found("same", "1"), found("broken", "1")),
        List.of(held("edited", "1", ""), held("same", "1", ""), held("gone", "1", ""), held("broken", "1", "torn")));
    assertThat(diff.added()).extracting(Found::id).containsExactly("new");
    assertThat(diff.changed()).extracting(Found::id).containsExactly("edited");
    assertThat(diff.unchanged()).extracting(Found::id).containsExactly("same");
    assertThat(diff.removed()).extracting(DocumentEntry::id).containsExactly("gone");
    assertThat(diff.unread()).extracting(DocumentEntry::id).containsExactly("broken");
    assertThat(diff.empty()).isFalse();
  }

  @Test
  void readsABrokenDocumentAgainWhenItChanges() {
    CorpusDiff diff = CorpusDiff.between(scan(found("broken", "2")), List.of(held("broken", "1", "torn")));
    assertThat(diff.changed()).extracting(Found::id).containsExactly("broken");
  }

  @Test
  void isEmptyWhenNothingIsToBeDone() {
    assertThat(CorpusDiff.between(scan(), List.of()).empty()).isTrue();
    assertThat(CorpusDiff.between(scan(found("a", "1"), found("b", "1")),
        List.of(held("a", "1", ""), held("b", "1", "torn"))).empty()).isTrue();
  }

  @Test
  void keepsWhatLiesWhereNobodyCanLook() {
    var scan = new Scan(List.of(), List.of(), List.of(new Closed("in", "locked"), new Closed("a.md", "locked")));
    CorpusDiff diff = CorpusDiff.between(scan, List.of(held("in/a.md", "1", ""), held("in/side/b.md", "1", ""),
        held("inside.md", "1", ""), held("a.md", "1", ""), held("b/a.md", "1", "")));
    assertThat(diff.kept()).extracting(DocumentEntry::id).containsExactly("in/a.md", "in/side/b.md", "a.md");
    assertThat(diff.removed()).extracting(DocumentEntry::id).containsExactly("inside.md", "b/a.md");
  }

  @Test
  void aChangeOfAnyKindIsSomethingToDo() {
    assertThat(CorpusDiff.between(scan(found("a", "1")), List.of()).empty()).isFalse();
    assertThat(CorpusDiff.between(scan(found("a", "2")), List.of(held("a", "1", ""))).empty()).isFalse();
    assertThat(CorpusDiff.between(scan(), List.of(held("a", "1", ""))).empty()).isFalse();
  }

  @Test
  void whatWasMovedIsNotLost() {
    CorpusDiff diff = CorpusDiff.between(scan(found("new/a.md", "1")),
        List.of(held("a.md", "1", ""), held("b.md", "2", ""), held("c.md", "3", "")));
    assertThat(diff.removed()).hasSize(3);
    assertThat(diff.lost()).isEqualTo(2);
  }

  @Test
  void whatHoldsNoTextIsNoLoss() {
    var torn = new DocumentEntry("torn.md", "torn.md", Language.ENGLISH, "1", 0, Instant.EPOCH, "torn");
    CorpusDiff diff = CorpusDiff.between(scan(), List.of(torn));
    assertThat(diff.removed()).hasSize(1);
    assertThat(diff.lost()).isZero();
  }

  @Test
  void nothingIsLeftOnlyWhereNoDocumentIs() {
    List<DocumentEntry> held = List.of(held("a.md", "1", ""));
    assertThat(CorpusDiff.between(scan(), held).leavesNothing()).isTrue();
    assertThat(CorpusDiff.between(scan(found("new.md", "2")), held).leavesNothing()).isFalse();
    assertThat(CorpusDiff.between(scan(found("a.md", "2")), held).leavesNothing()).isFalse();
    assertThat(CorpusDiff.between(scan(found("a.md", "1")), held).leavesNothing()).isFalse();
    assertThat(CorpusDiff.between(scan(found("a.md", "1")), List.of(held("a.md", "1", "torn"))).leavesNothing())
        .isFalse();
    assertThat(
        CorpusDiff.between(new Scan(List.of(), List.of(), List.of(new Closed("a.md", "locked"))), held).leavesNothing())
        .isFalse();
  }

  private static Scan scan(Found... found) {
    return new Scan(List.of(found), List.of(), List.of());
  }

  private static Found found(String id, String stamp) {
    return new Found(id, stamp);
  }

  private static DocumentEntry held(String id, String stamp, String problem) {
    return new DocumentEntry(id, id, Language.ENGLISH, stamp, 1, Instant.EPOCH, problem);
  }
}
