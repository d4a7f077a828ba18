package dev.docent.answer.pipeline;

import dev.docent.answer.Evidence;
import dev.docent.answer.Draft;
import dev.docent.answer.Dropped;
import dev.docent.answer.Excerpt;
import dev.docent.answer.Citation;
import dev.docent.answer.ClaimCheck;
import dev.docent.answer.Layout;
import dev.docent.answer.Part;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Draft.Claim;
import dev.docent.answer.Draft.Support;
import dev.docent.corpus.Language;
import dev.docent.corpus.Locator;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Query;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitationVerifierTest {
  private static final Segment ENVOY = new Segment("reports/1933.md", "Report", 0, List.of("Envoys"),
      "## Envoys\n\nWilliam Bullitt was appointed\nambassador in November 1933. He had no staff.", 11, 0, 7,
      Language.ENGLISH);
  private static final Segment OFFICE = segment("office.md", "The office opens at nine. Dogs may come on Fridays.");

  private final CitationVerifier.Verification verification = new CitationVerifier(ClaimCheck.NONE)
      .begin(new Evidence(List.of(), new InMemoryIndexView(ENVOY, OFFICE)), Query.of(""));

  @Test
  void numbersALiteralQuoteAndTellsItsLines() {
    List<Part> parts = verification.verify(
        written("Bullitt became ambassador in 1933.", ENVOY, "Bullitt was appointed ambassador in November 1933."));
    assertThat(Layout.plain(parts)).isEqualTo("Bullitt became ambassador in 1933. [1]");
    assertThat(verification.citations()).containsExactly(
        new Citation(1, "reports/1933.md", "Report", "Bullitt was appointed ambassador in November 1933.",
            new Locator.Lines(9, 10, List.of("Envoys"))));
    assertThat(verification.dropped()).isEmpty();
  }

  @Test
  void givesTheSameQuoteOfTheSameDocumentTheSameNumber() {
    verification.verify(written("The office opens at nine.", OFFICE, "The office opens at nine."));
    verification.verify(written("He had no staff.", ENVOY, "He had no staff."));
    Part again = verification.verify(written("It opens at nine.", OFFICE, "The office  opens at nine.")).getFirst();
    assertThat(again.markers()).containsExactly(1);
    assertThat(verification.citations()).hasSize(2);
  }

  @Test
  void dropsAClaimWhoseQuoteIsInvented() {
    assertThat(verification.verify(written("The office opens at ten.", OFFICE, "The office opens at ten."))).isEmpty();
    assertThat(verification.citations()).isEmpty();
    assertThat(verification.dropped())
        .containsExactly(new Dropped("The office opens at ten.", "its quote is not in office.md"));
  }

  @Test
  void dropsAQuoteThatStandsElsewhereThanInItsSegment() {
    var other = new Segment("office.md", "office.md", 1, List.of(), "Cats stay home.", 0, 60, 3, Language.ENGLISH);
    assertThat(verification.verify(written("Dogs may come.", other, "Dogs may come on Fridays."))).isEmpty();
  }

  @Test
  void dropsAQuoteOfADocumentThatIsGone() {
    assertThat(verification.verify(written("Cats.", segment("gone.md", "Cats."), "Cats."))).isEmpty();
  }

  @Test
  void dropsAClaimThatCitesNothingOrBlank() {
    assertThat(verification.verify(new Claim.Said("The office opens at nine.", List.of()))).isEmpty();
    assertThat(verification.verify(written("The office opens at nine.", OFFICE, " \n"))).isEmpty();
    assertThat(verification.dropped()).hasSize(2);
  }

  @Test
  void letsThroughTheDocumentsOwnWordsOnly() {
    assertThat(verification.verify(quoted(0, 25, "The office opens  at nine."))).extracting(Part::text)
        .containsExactly("The office opens  at nine.");
    assertThat(verification.verify(quoted(0, 25, "The office opens at eight."))).isEmpty();
    assertThat(verification.verify(quoted(4, 25, "The office opens at nine."))).isEmpty();
    assertThat(verification.verify(quoted(0, 2_500, "The office opens at nine."))).isEmpty();
  }

  @Test
  void piecesStandInTheOrderOfTheDocument() {
    assertThat(verification.verify(pieces(new TextRange(0, 25), new TextRange(26, 51)))).hasSize(2)
        .allMatch(part -> part.markers().equals(List.of(1)));
    assertThat(verification.verify(pieces(new TextRange(26, 51), new TextRange(0, 25)))).isEmpty();
  }

  @Test
  void keepsTheSoundQuotesOfAClaim() {
    var claim = new Claim.Said("The office opens at nine.",
        List.of(new Support(OFFICE, "It never opens."), new Support(OFFICE, "The office opens at nine.")));
    assertThat(verification.verify(claim).getFirst().markers()).containsExactly(1);
  }

  @Test
  void aLeadInWaitsForWhatItLeadsTo() {
    var lead = new Claim.Said("Opening hours:", List.of(), Draft.Form.LEADING);
    assertThat(verification.verify(lead)).isEmpty();
    assertThat(verification.verify(written("The office opens at ten.", OFFICE, "The office opens at ten."))).isEmpty();
    assertThat(verification.verify(written("The office opens at nine.", OFFICE, "The office opens at nine.")))
        .extracting(Part::text)
        .containsExactly("Opening hours:", "The office opens at nine.");
  }

  private static Claim written(String text, Segment segment, String quote) {
    return new Claim.Said(text, List.of(new Support(segment, quote)));
  }

  private static Claim quoted(int from, int to, String text) {
    var range = new TextRange(from, to);
    return new Claim.Quoted(new Excerpt("office.md", "office.md", range, new Locator.Lines(1, 1, List.of()),
        List.of(new Excerpt.Piece(Part.Kind.PROSE, range, text, List.of()))));
  }

  private static Claim pieces(TextRange... ranges) {
    return new Claim.Quoted(new Excerpt("office.md", "office.md", ranges[0], new Locator.Lines(1, 1, List.of()),
        Arrays.stream(ranges)
            .map(range -> new Excerpt.Piece(Part.Kind.PROSE, range, range.of(OFFICE.text()), List.of()))
            .toList()));
  }
}
