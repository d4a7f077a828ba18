package dev.docent.answer.pipeline;

import dev.docent.answer.Evidence;
import dev.docent.answer.Dropped;
import dev.docent.answer.Excerpt;
import dev.docent.answer.ClaimCheck;
import dev.docent.answer.Part;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Draft.Claim.Quoted;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Form;
import dev.docent.answer.Draft.Support;
import dev.docent.corpus.Locator;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Query;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class VerificationTest {
  private static final Segment OFFICE = segment("office.md", "The office opens at nine. Dogs may come on Fridays.");
  private static final Locator LINE = new Locator.Lines(1, 1, List.of());
  private static final Said NINE = said("It opens at nine.", Form.RUNNING, "The office opens at nine.");

  @Test
  void whatTheCheckObjectsToIsDroppedForItsReason() {
    CitationVerifier.Verification verification = begin(said -> Optional.of("nine is invented"));
    assertThat(verification.verify(NINE)).isEmpty();
    assertThat(verification.dropped()).containsExactly(new Dropped("It opens at nine.", "nine is invented"));
    assertThat(verification.carries(NINE)).isFalse();
  }

  @Test
  void whatAReviewRefusedIsDroppedForItsReason() {
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    assertThat(verification.verify(verification.refused(NINE, "read twice"))).isEmpty();
    assertThat(verification.dropped()).containsExactly(new Dropped("It opens at nine.", "read twice"));
  }

  @Test
  void tellsWhatWouldBeLetThroughAndLetsNothingThroughByIt() {
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    assertThat(verification.carries(NINE)).isTrue();
    assertThat(verification.carries(said("It opens at nine.", Form.RUNNING))).isFalse();
    assertThat(verification.carries(said("It opens at ten.", Form.RUNNING, "It opens at ten."))).isFalse();
    assertThat(verification.carries(said("There is nothing of cats.", Form.ABSENT))).isFalse();
    assertThat(verification.citations()).isEmpty();
    assertThat(verification.dropped()).isEmpty();
  }

  @Test
  void aLeadInThatIsObjectedToIsNotShown() {
    CitationVerifier.Verification verification = begin(
        said -> said.form() == Form.LEADING ? Optional.of("invented") : Optional.empty());
    verification.verify(said("In 1871 it opened so:", Form.LEADING));
    assertThat(verification.verify(NINE)).extracting(Part::text).containsExactly("It opens at nine.");
  }

  @Test
  void aLeadInGoesWithOneStatementOnly() {
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    verification.verify(said("Hours:", Form.LEADING));
    assertThat(verification.verify(NINE)).hasSize(2);
    assertThat(verification.verify(NINE)).hasSize(1);
  }

  @Test
  void whatIsAbsentIsSaidBesideWhatIsThereAndNeverAlone() {
    Said absent = said("There is nothing of cats.", Form.ABSENT);
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    assertThat(verification.verify(absent)).isEmpty();
    assertThat(verification.verify(NINE)).extracting(Part::text)
        .containsExactly("There is nothing of cats.", "It opens at nine.");
    assertThat(verification.verify(absent)).extracting(Part::text).containsExactly("There is nothing of cats.");
    assertThat(verification.verify(absent).getFirst().markers()).isEmpty();
    assertThat(verification.dropped()).isEmpty();
  }

  @Test
  void whatIsAbsentDoesntTakeThePlaceOfALeadIn() {
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    verification.verify(NINE);
    verification.verify(said("Hours:", Form.LEADING));
    verification.verify(said("There is nothing of cats.", Form.ABSENT));
    assertThat(verification.verify(NINE)).extracting(Part::text).containsExactly("Hours:", "It opens at nine.");
  }

  @Test
  void whatIsSaidToBeAbsentAndObjectedToIsDropped() {
    CitationVerifier.Verification verification = begin(said -> Optional.of("invented"));
    assertThat(verification.verify(said("There is nothing of Globex.", Form.ABSENT))).isEmpty();
    assertThat(verification.dropped()).containsExactly(new Dropped("There is nothing of Globex.", "cites nothing"));
  }

  @Test
  void whatBeginsAParagraphKeepsItsLinesAndWhatRunsOnDoesnt() {
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    Part block = verification.verify(said("- nine\n- ten \n", Form.BEGINNING, "The office opens at nine.")).getFirst();
    assertThat(block.text()).isEqualTo("- nine\n- ten");
    assertThat(block.begins()).isTrue();
    Part running = verification.verify(said("nine\nor ten", Form.RUNNING, "The office opens at nine.")).getFirst();
    assertThat(running.text()).isEqualTo("nine or ten");
    assertThat(running.begins()).isFalse();
    assertThat(verification.verify(said(" \n", Form.BEGINNING, "The office opens at nine."))).isEmpty();
    assertThat(verification.dropped()).isEmpty();
  }

  @Test
  void aQuoteMayEndWhereTheDocumentDoesAndNoFurther() {
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    assertThat(verification.verify(excerpt(new TextRange(26, 51), null, new TextRange(26, 51)))).hasSize(1);
    assertThat(verification.verify(excerpt(new TextRange(26, 52), null, new TextRange(26, 51)))).isEmpty();
    assertThat(verification.dropped())
        .containsExactly(new Dropped("Dogs may come on Fridays.", "its quote is not in office.md"));
    assertThat(verification.verify(excerpt(new TextRange(25, 26), null, new TextRange(26, 51)))).as("blank").isEmpty();
  }

  @Test
  void aPieceThatIsntTheDocumentsIsDroppedForThat() {
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    var range = new TextRange(0, 25);
    verification.verify(new Quoted(new Excerpt("office.md", "office.md", range, LINE,
        List.of(new Excerpt.Piece(Part.Kind.PROSE, range, "The office opens at ten.", List.of())))));
    assertThat(verification.dropped())
        .containsExactly(new Dropped("The office opens at ten.", "is not in the document's own words"));
  }

  @Test
  void whatIsLeftOutIsToldAtTheEndOfAPiece() {
    var more = new Part.More(2, LINE);
    List<Part> parts = begin(said -> Optional.empty())
        .verify(excerpt(new TextRange(0, 51), more, new TextRange(0, 25), new TextRange(26, 51)));
    assertThat(parts).extracting(Part::more).containsExactly(null, more);
    assertThat(begin(said -> Optional.empty())
        .verify(excerpt(new TextRange(0, 51), null, new TextRange(0, 25), new TextRange(26, 51))))
        .extracting(Part::more)
        .containsExactly(null, null);
  }

  @Test
  void whatAnswersNoQuestionIsOfDocumentsOnly() {
    CitationVerifier.Verification verification = new CitationVerifier(ClaimCheck.NONE)
        .begin(new InMemoryIndexView(OFFICE));
    assertThat(verification.verify(NINE)).isEmpty();
    assertThat(verification.dropped()).containsExactly(new Dropped("It opens at nine.", "cites nothing"));
    assertThat(verification.verify(excerpt(new TextRange(0, 25), null, new TextRange(0, 25)))).hasSize(1);
  }

  @Test
  void aCheckByFactsAloneShowsAtOnceAndFindsAllOfItCarried() throws InterruptedException {
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    assertThat(verification.reviews()).isFalse();
    assertThat(verification.review(List.of(NINE, NINE)).findings()).hasSize(2)
        .allMatch(finding -> finding instanceof ClaimCheck.Finding.Carried);
  }

  @Test
  void aCheckThatReviewsSaysSo() {
    assertThat(begin(new ClaimCheck.Judge() {
      @Override
      public Optional<String> objection(Said said) {
        return Optional.empty();
      }

      @Override
      public boolean reviews() {
        return true;
      }
    }).reviews()).isTrue();
  }

  @Test
  void beginsAnewWithoutCitations() {
    CitationVerifier.Verification verification = begin(said -> Optional.empty());
    verification.verify(NINE);
    assertThat(verification.again().citations()).isEmpty();
    assertThat(verification.citations()).hasSize(1);
  }

  private static CitationVerifier.Verification begin(ClaimCheck.Judge judge) {
    return new CitationVerifier((evidence, query) -> judge)
        .begin(new Evidence(List.of(), new InMemoryIndexView(OFFICE)), Query.of(""));
  }

  private static Said said(String text, Form form, String... quotes) {
    return new Said(text, List.of(quotes).stream().map(quote -> new Support(OFFICE, quote)).toList(), form);
  }

  private static Quoted excerpt(TextRange quote, Part.@Nullable More more, TextRange... pieces) {
    List<Excerpt.Piece> all = List.of(pieces)
        .stream()
        .map(range -> new Excerpt.Piece(Part.Kind.PROSE, range, range.of(OFFICE.text()), List.of()))
        .toList();
    return new Quoted(more == null
        ? new Excerpt("office.md", "office.md", quote, LINE, all)
        : new Excerpt("office.md", "office.md", quote, LINE, all, more));
  }
}
