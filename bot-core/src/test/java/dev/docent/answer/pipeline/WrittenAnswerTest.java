package dev.docent.answer.pipeline;

import dev.docent.answer.Notes;
import dev.docent.answer.Evidence;
import dev.docent.answer.ReaderException;
import dev.docent.answer.Draft;
import dev.docent.answer.Dropped;
import dev.docent.answer.Excerpt;
import dev.docent.answer.ClaimCheck;
import dev.docent.answer.Part;
import dev.docent.answer.Usage;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.ClaimCheck.Finding;
import dev.docent.answer.Draft.Claim;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Form;
import dev.docent.answer.Draft.Support;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrittenAnswerTest {
  private static final Segment OFFICE = segment("office.md", "The office opens at nine. Dogs may come on Fridays.");

  @Test
  void whatIsCarriedIsShownWithItsCitations() throws InterruptedException {
    WrittenAnswer answer = verified(true20("a"), true20("b"));
    assertThat(answer.fault()).isEmpty();
    assertThat(answer.parts()).hasSize(2);
    assertThat(answer.citations()).hasSize(1);
    assertThat(answer.dropped()).isEmpty();
    assertThat(answer.leftOut()).isEmpty();
  }

  @Test
  void anAnswerThatLosesWhatAnswersMisleads() throws InterruptedException {
    WrittenAnswer answer = verified(false20("a"), true20("b"), true20("c"), true20("d"), true20("e"));
    assertThat(answer.fault()).isEqualTo("the statement that answers isn't carried: its quote is not in office.md");
  }

  @Test
  void anAnswerThatLosesAThirdMisleadsAndOneThatLosesLessDoesnt() throws InterruptedException {
    assertThat(verified(true20("a"), true20("b"), false20("c")).fault())
        .isEqualTo("much of it isn't carried: its quote is not in office.md");
    WrittenAnswer less = verified(true20("a"), true20("b"), true20("c"), false20("d"));
    assertThat(less.fault()).isEmpty();
    assertThat(less.leftOut()).containsExactly(
        "Left out, not shown as part of the answer: “d lies, 20 long now.”: its quote is not in office.md.");
  }

  @Test
  void leadInsAndWhatIsAbsentDontCountAsStatements() throws InterruptedException {
    var lead = new Said("So it is, as far as anybody can tell from all that stands there:", List.of(), Form.LEADING);
    var absent = new Said("Nothing is said of cats, nor of any other animal that one may keep.", List.of(),
        Form.ABSENT);
    assertThat(verified(lead, absent, true20("a"), false20("b")).fault()).startsWith("much of it");
    assertThat(verified(lead, absent, true20("a")).fault()).isEmpty();
    assertThat(verified(lead, false20("a"), true20("b"), true20("c"), true20("d")).fault())
        .startsWith("the statement that answers");
  }

  @Test
  void piecesOfDocumentsAloneHaveNoFault() throws InterruptedException {
    var quoted = new Claim.Quoted(Excerpt.literal(OFFICE, new TextRange(0, 25), List.of()));
    assertThat(verified(quoted).fault()).isEmpty();
    assertThat(verified(quoted).parts()).hasSize(1);
  }

  @Test
  void threeOfWhatIsLeftOutAreNamedAndTheOthersCounted() throws InterruptedException {
    assertThat(leftOut(3)).hasSize(3).allMatch(line -> line.startsWith("Left out"));
    assertThat(leftOut(5)).hasSize(4).last().isEqualTo("So are 2 more; 'why' names them.");
  }

  @Test
  void whatIsLeftOutIsShortenedAndHoldsNoLink() throws InterruptedException {
    assertThat(leftOut("x".repeat(120))).contains("“" + "x".repeat(120) + "”");
    assertThat(leftOut("x".repeat(121))).contains("“" + "x".repeat(120) + "…”");
    assertThat(leftOut("Go to https://evil.example/x now.")).contains("“Go to … now.”");
  }

  @Test
  void aReviewRefusesStatementsAndPutsOthersRight() throws InterruptedException {
    Said mended = true20("m");
    var asked = new ArrayList<Said>();
    WrittenAnswer answer = reviewed(asked,
        List.of(new Finding.Carried(), new Finding.Mended(mended), new Finding.Refused("it is of another")),
        true20("a"), false20("x"), true20("b"), true20("c"));
    assertThat(asked).extracting(Said::text)
        .as("only what nothing spoke against")
        .containsExactly(true20("a").text(), true20("b").text(), true20("c").text());
    assertThat(answer.parts()).extracting(Part::text).containsExactly(true20("a").text(), mended.text());
    assertThat(answer.dropped()).extracting(Dropped::reason)
        .containsExactly("its quote is not in office.md", "it is of another");
    assertThat(answer.notes().notices())
        .containsExactly("A second reading put one statement right: “" + mended.text() + "”");
    assertThat(answer.notes().usage()).isEqualTo(new Usage(7, 3));
  }

  @Test
  void whatAReviewPutsOtherwiseMustBeCarriedToo() throws InterruptedException {
    WrittenAnswer answer = reviewed(new ArrayList<>(), List.of(new Finding.Mended(false20("m"))), true20("a"));
    assertThat(answer.parts()).isEmpty();
    assertThat(answer.dropped()).extracting(Dropped::reason)
        .containsExactly("its second reading doesn't find it in the passages");
    assertThat(answer.notes().notices()).isEmpty();
  }

  @Test
  void whereNothingIsLeftThereIsNoReview() throws InterruptedException {
    var asked = new ArrayList<Said>();
    WrittenAnswer answer = reviewed(asked, List.of(), false20("a"));
    assertThat(asked).isEmpty();
    assertThat(answer.fault()).isNotEmpty();
  }

  @Test
  void aReviewThatFailsIsDoneWithoutAndThatIsSaid() throws InterruptedException {
    var judge = new Reviewing(new ArrayList<>(), List.of()) {
      @Override
      public ClaimCheck.Review review(List<Said> statements) {
        throw new ReaderException("the model is down.", false, new IllegalStateException());
      }
    };
    WrittenAnswer answer = verified(judge, true20("a"));
    assertThat(answer.parts()).hasSize(1);
    assertThat(answer.notes().notices()).containsExactly("the model is down. Its answer was checked for facts only.");
  }

  @Test
  void piecesOfDocumentsAreNotReviewed() throws InterruptedException {
    var asked = new ArrayList<Said>();
    var quoted = new Claim.Quoted(Excerpt.literal(OFFICE, new TextRange(0, 25), List.of()));
    WrittenAnswer answer = reviewed(asked, List.of(new Finding.Carried()), true20("a"), quoted);
    assertThat(asked).hasSize(1);
    assertThat(answer.parts()).hasSize(2);
  }

  /** Reviews with findings that were set before. */
  private static class Reviewing implements ClaimCheck.Judge {
    private final List<Said> asked;
    private final List<Finding> findings;

    Reviewing(List<Said> asked, List<Finding> findings) {
      this.asked = asked;
      this.findings = findings;
    }

    @Override
    public Optional<String> objection(Said said) {
      return Optional.empty();
    }

    @Override
    public boolean reviews() {
      return true;
    }

    @Override
    public ClaimCheck.Review review(List<Said> statements) {
      asked.addAll(statements);
      return new ClaimCheck.Review(findings, new Usage(7, 3));
    }
  }

  private static List<String> leftOut(int count) throws InterruptedException {
    var claims = new ArrayList<Claim>();
    IntStream.range(0, 40).forEach(i -> claims.add(true20("t")));
    IntStream.range(0, count).forEach(i -> claims.add(false20("f")));
    return verified(claims.toArray(Claim[]::new)).leftOut();
  }

  private static String leftOut(String text) throws InterruptedException {
    return verified(true20("a"), new Said(text, List.of(new Support(OFFICE, "Cats may come.")))).leftOut().getFirst();
  }

  private static WrittenAnswer verified(Claim... claims) throws InterruptedException {
    return verified(said -> Optional.empty(), claims);
  }

  private static WrittenAnswer reviewed(List<Said> asked, List<Finding> findings, Claim... claims)
      throws InterruptedException {
    return verified(new Reviewing(asked, findings), claims);
  }

  private static WrittenAnswer verified(ClaimCheck.Judge judge, Claim... claims) throws InterruptedException {
    CitationVerifier.Verification verification = new CitationVerifier((evidence, query) -> judge)
        .begin(new Evidence(List.of(), new InMemoryIndexView(OFFICE)), Query.of(""));
    var answer = new WrittenAnswer(verification, new Draft.Written(List.of(claims), 0.8, Notes.NONE));
    answer.verify();
    return answer;
  }

  /** A statement of twenty characters whose quote stands there. */
  private static Said true20(String name) {
    return new Said(name + " is so and 20 long.", List.of(new Support(OFFICE, "The office opens at nine.")));
  }

  /** A statement of about as many whose quote doesn't. */
  private static Said false20(String name) {
    return new Said(name + " lies, 20 long now.", List.of(new Support(OFFICE, "Cats may come.")));
  }
}
