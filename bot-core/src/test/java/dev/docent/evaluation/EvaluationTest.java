package dev.docent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.Answer.Reason;
import dev.docent.answer.Citation;
import dev.docent.answer.Part;
import dev.docent.answer.Reader;
import dev.docent.answer.Trace;
import dev.docent.corpus.Locator;
import dev.docent.evaluation.Judged.Verdict;
import dev.docent.retrieval.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private final Path knowledge;

  EvaluationTest(@TempDir Path knowledge) throws IOException {
    this.knowledge = knowledge;
    Files.writeString(knowledge.resolve("a.md"), "# Embassy\n\nWilliam Bullitt was the\nfirst ambassador.\n");
  }

  @Test
  void aGroundedAnswerWithAnExpectedWordingIsCorrect() {
    assertThat(judge(expecting("william  BULLITT"), grounded("He was it.", "William Bullitt was the first")))
        .satisfies(j -> assertThat(j.verdict()).isEqualTo(Verdict.CORRECT))
        .satisfies(j -> assertThat(j.rightDocument()).isTrue())
        .satisfies(j -> assertThat(j.verbatim()).isOne());
  }

  @Test
  void aGroundedAnswerWithoutAnExpectedWordingIsWrong() {
    assertThat(judge(expecting("Troyanovsky"), grounded("Bullitt", "William Bullitt")).verdict())
        .isEqualTo(Verdict.WRONG);
  }

  @Test
  void anAnswerToWhatTheDocumentsDoNotAnswerIsWrong() {
    assertThat(judge(unanswerable(), grounded("Bullitt", "William Bullitt")).verdict()).isEqualTo(Verdict.WRONG);
  }

  @Test
  void abstainingIsRightWhereTheDocumentsDoNotAnswer() {
    assertThat(judge(unanswerable(), abstained()).verdict()).isEqualTo(Verdict.ABSTAINED_RIGHTLY);
    assertThat(judge(expecting("Bullitt"), abstained()).verdict()).isEqualTo(Verdict.ABSTAINED_WRONGLY);
  }

  @Test
  void aQuoteThatIsNotInTheFileIsNotVerbatim() {
    assertThat(judge(expecting("Bullitt"), grounded("Bullitt", "Bullitt was the second")).verbatim()).isZero();
  }

  @Test
  void figuresCountEveryQuestionOnce() {
    EvalFigures figures = EvalFigures.of(List.of(judge(expecting("Bullitt"), grounded("Bullitt", "William Bullitt")),
        judge(unanswerable(), grounded("Bullitt", "made up")), judge(unanswerable(), abstained()),
        judge(expecting("Bullitt"), abstained())));

    assertThat(figures).isEqualTo(new EvalFigures(4, 2, 1, 1, 1, 1, 2, 1, 1, 7, 7));
  }

  @Test
  void noQuestionsMakeZeros() {
    assertThat(EvalFigures.of(List.of())).isEqualTo(new EvalFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void riskIsCountedOverTheMostConfident() {
    List<Judged> judged = List.of(judge(expecting("Bullitt"), grounded("Bullitt", "William Bullitt")),
        judge(expecting("Bullitt"), abstained()));

    assertThat(new Evaluation.Outcome(EvalFigures.of(judged), judged).riskCoverage().rows())
        .contains(new RiskCoverage.Row(50, 1, 1, 0.9), new RiskCoverage.Row(100, 2, 1, 0.1))
        .hasSize(10);
    assertThat(RiskCoverage.of(List.of()).rows()).isEmpty();
  }

  @Test
  void reliabilitySetsWhatWasSaidBesideWhatCameTrue() {
    List<Judged> judged = List.of(judge(expecting("Bullitt"), grounded("Bullitt", "William Bullitt")),
        judge(expecting("Troyanovsky"), grounded("Bullitt", "William Bullitt")));

    assertThat(Reliability.of(judged).bins()).hasSize(5)
        .contains(new Reliability.Bin(0.8, 1, 2, 0.9, 0.5), new Reliability.Bin(0, 0.2, 0, 0, 0));
  }

  @Test
  void aComparisonNamesWhatChanged() {
    List<Judged> judged = List.of(judge(expecting("Bullitt"), grounded("Bullitt", "William Bullitt")));
    Comparison comparison = Comparison.of(Map.of("q", Verdict.WRONG, "old", Verdict.CORRECT), judged);

    assertThat(comparison.changed())
        .containsExactly(new Comparison.Change("q", "who?", Verdict.WRONG, Verdict.CORRECT));
    assertThat(comparison.changed().getFirst().better()).isTrue();
    assertThat(comparison.gone()).containsExactly("old");
    assertThat(Comparison.of(Map.of("q", Verdict.CORRECT), judged).changed()).isEmpty();
  }

  private Judged judge(EvalQuestion question, Answer answer) {
    return Judged.of(question, answer, new CitedTexts(knowledge), 7);
  }

  private static EvalQuestion expecting(String answer) {
    return new EvalQuestion("q", "who?", List.of(answer), true, List.of("a.md"), List.of());
  }

  private static EvalQuestion unanswerable() {
    return new EvalQuestion("q", "who?", List.of(), false, List.of(), List.of());
  }

  private static Answer grounded(String text, String quote) {
    return new Answer.Grounded(List.of(Part.written(text, List.of(1))),
        List.of(new Citation(1, "a.md", "Embassy", quote, new Locator.Lines(3, 4, List.of("Embassy")))),
        Reader.Name.quoting("offline"), 0.9,
        trace());
  }

  private static Answer abstained() {
    return new Answer.Abstained(Reason.NOT_SUPPORTED, "The documents don't say.", List.of(),
        Reader.Name.quoting("offline"), 0.1, trace());
  }

  private static Trace trace() {
    return new Trace(Query.of("who?"), List.of(), List.of(), "decided", List.of(), 3);
  }
}
