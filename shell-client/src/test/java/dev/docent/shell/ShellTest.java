package dev.docent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.Question;
import dev.docent.answer.Answer.SmallTalk;
import dev.docent.answer.Reader;
import dev.docent.conversation.Turn;
import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.corpus.Language;
import dev.docent.gaps.Gap;
import dev.docent.gaps.GapGroup;
import dev.docent.gaps.GapReason;
import dev.docent.index.IndexException;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadReport.Refusal;
import dev.docent.retrieval.Query;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.text.ReceiptText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  private static final String OFFLINE_TEXT = """
      “William Bullitt became the first US ambassador” [1]

        [1] reports/1933.md › How it came about, lines 14-15
      """;

  private final TestShell shell = new TestShell();

  @Test
  void anAnswerIsOnStandardOutputAndNothingElse() {
    assertThat(shell.run("ask", "who", "was it?")).isEqualTo(ExitCode.DONE);

    assertThat(shell.out()).isEqualTo(OFFLINE_TEXT);
    assertThat(shell.err()).contains("(offline: the document's own words").doesNotContain("Bullitt");
    assertThat(shell.docent.asked).extracting(q -> q.text()).containsExactly("who was it?");
  }

  @Test
  void anAbstentionShowsTheNearestAndExitsWithThree() {
    shell.docent.answers = Samples::abstained;

    assertThat(shell.run("ask", "when")).isEqualTo(ExitCode.ABSTAINED);
    assertThat(shell.out()).isEqualTo("""
        The documents don't say.
          reports/1933.md › How it came about, lines 14-15
              “William Bullitt became the first US ambassador”
        """);
  }

  @Test
  void anAnswerInOtherWordsHasItsQuoteBeneath() {
    shell.docent.answers = Samples::written;
    shell.run("ask", "who");

    assertThat(shell.out()).isEqualTo("""
        It was William Bullitt. [1]

          [1] reports/1933.md › How it came about, lines 14-15
              “William Bullitt became the first US ambassador”
        """);
  }

  @Test
  void theJsonOfAnAnswerIsExact() {
    shell.run("ask", "--json", "who");

    assertThat(shell.out()).isEqualTo("""
        {"question":"who","verdict":"grounded","answer":"“William Bullitt became the first US ambassador” [1]",\
        "citations":[{"n":1,"document":"reports/1933.md","title":"Recognition",\
        "quote":"William Bullitt became the first US ambassador",\
        "locator":{"heading":"Recognition › How it came about","page":null,"lines":[14,15]}}],\
        "parts":[{"kind":"prose","text":"William Bullitt became the first US ambassador","marks":[[0,15]],\
        "citations":[1]}],"notices":[],"reader":"offline","confidence":0.933,"millis":41}
        """);
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void theJsonOfAnAbstentionIsExact() {
    shell.docent.answers = Samples::abstained;
    shell.run("ask", "--json", "when");

    assertThat(shell.out()).isEqualTo("""
        {"question":"when","verdict":"abstained","reason":"not-supported","answer":"The documents don't say.",\
        "citations":[],"nearest":[{"document":"reports/1933.md","heading":"Recognition › How it came about",\
        "quote":"William Bullitt became the first US ambassador",\
        "text":"William Bullitt became the first US ambassador"}],\
        "notices":[],"reader":"offline","confidence":0.04,"millis":41}
        """);
  }

  @Test
  void theOtherCommandsHaveTheirJson() {
    shell.docent.report = new ReloadReport(List.of("a.md"), List.of(), List.of("b.md"), 12,
        List.of(new Refusal("c.pdf", "no text")), List.of(), 318, 0, List.of(), 2140);
    shell.run("search", "treaty", "-k", "1", "--json");
    shell.run("reload", "--json");
    shell.run("documents", "--json");

    assertThat(shell.out().lines()).satisfiesExactly(
        search -> assertThat(search.replaceAll("\"millis\":\\d+", "\"millis\":7")).isEqualTo("""
            {"passages":[{"rank":1,"document":"reports/1933.md",\
            "locator":{"heading":"Recognition","page":null,"lines":[3,4]},"score":0.031,\
            "text":"# Recognition\\n\\nWilliam Bullitt became\\nthe first US ambassador."}],"millis":7}"""),
        receipt -> assertThat(receipt).isEqualTo(
            """
                {"added":["a.md"],"changed":[],"removed":["b.md"],"unchanged":12,\
                "failed":[{"document":"c.pdf","reason":"no text"}],"skipped":[],"remarks":[],"segments":318,"millis":2140}"""),
        documents -> assertThat(documents).startsWith("""
            {"documents":[{"document":"reports/1933.md","title":"Recognition","segments":14,"language":"en",\
            "read_at":"1970-01-01T00:00:00Z","problem":null,"remarks":[]},"""));
  }

  @Test
  void aReloadPrintsItsReceiptAfterTheVectors() {
    shell.docent.report = new ReloadReport(List.of("a.md"), List.of("n.md"), List.of(), 209,
        List.of(new Refusal("scan.pdf", "no text; run OCR over it")), List.of(), 318, 0, List.of(), 5200);
    shell.run("reload");

    assertThat(shell.docent.done).containsExactly("reload", "vectors");
    assertThat(shell.out()).isEqualTo("""
        + a.md   ~ n.md
        ! scan.pdf: no text; run OCR over it
        2 in, 0 out, 1 not readable, 209 unchanged · 318 segments · 5.2 s
        """);
  }

  @Test
  void aReloadIsConfirmedOnlyInSoManyWords() {
    shell.run("reload", "--confirm");

    assertThat(shell.docent.done).containsExactly("reload confirmed", "vectors");
  }

  @Test
  void whatCantBeWrittenKeepsNobodyFromWhatIsThere() {
    shell.docent.readOnly = true;
    assertThat(shell.run("ask", "who?")).isEqualTo(ExitCode.DONE);
    assertThat(shell.err()).contains("can't be written (read-only). Answering from what the index holds.");
    assertThat(shell.run("reload")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aReloadWaitsForAnotherIfItIsToldTo() {
    shell.docent.busy = true;
    assertThat(shell.run("reload")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.run("reload", "--wait")).isEqualTo(ExitCode.DONE);

    assertThat(shell.docent.done).containsExactly("reload", "reload", "reload patiently", "vectors");
    assertThat(shell.err()).isEqualTo("""
        docent: another reload is under way on /i (process 7). Try again when it is done, or wait for it with \
        'docent reload --wait'.
        docent: another reload is under way on /i (process 7); waiting for it
        """);
  }

  @Test
  void documentsShowWhatIsWrongWithThem() {
    shell.run("documents");

    assertThat(shell.out()).contains("reports/1933.md        14  en")
        .contains("! pages are pictures")
        .contains("2 documents, 14 segments, 1 not readable");
  }

  @Test
  void fewMissingVectorsAreMadeFirstAndManyAreNot() {
    shell.docent.vectorsMissing = 64;
    shell.run("ask", "who");
    shell.docent.vectorsMissing = 65;
    shell.run("ask", "who");

    assertThat(shell.docent.done).containsExactly("reload", "vectors", "reload");
    assertThat(shell.err()).contains("65 segments have no vector yet. 'docent reload' makes them");
  }

  @Test
  void aBatchAnswersInOrderAndABrokenLineStaysInItsPlace(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("q.jsonl"), """
        {"id": "q1", "question": "who", "history": ["what?"]}
        {"id": "q2", "quest
        {"id": 3, "text": "when"}
        {"id": "q4", "history": []}
        [1]

        {"id": "q5", "question": "why", "history": "x"}
        """);
    shell.docent.vectorsMissing = 200;

    assertThat(shell.run("ask", "--batch", file.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out().lines()).satisfiesExactly(
        one -> assertThat(one).startsWith("{\"id\":\"q1\",\"question\":\"who\",\"verdict\":\"grounded\""),
        two -> assertThat(two).startsWith("{\"id\":null,\"error\":\"this line is no JSON: "),
        three -> assertThat(three).startsWith("{\"id\":3,\"question\":\"when\",\"verdict\""),
        four -> assertThat(four)
            .isEqualTo("{\"id\":\"q4\",\"error\":\"this line has no text under \\\"question\\\"\"}"),
        five -> assertThat(five).isEqualTo("{\"id\":null,\"error\":\"this line is no JSON object\"}"),
        six -> assertThat(six).isEqualTo("{\"id\":\"q5\",\"error\":\"\\\"history\\\" must be a list of texts\"}"));
    assertThat(shell.docent.asked.getFirst().history()).containsExactly(Turn.asked("what?"));
    assertThat(shell.docent.done).containsExactly("reload", "vectors");
  }

  @Test
  void aBatchOfAbstentionsIsDone(@TempDir Path folder) throws IOException {
    shell.docent.answers = Samples::abstained;
    Path file = Files.writeString(folder.resolve("q.jsonl"), "\uFEFF{\"id\": \"q1\", \"question\": \"who\"}\n");

    assertThat(shell.run("ask", "--batch", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).startsWith("{\"id\":\"q1\"");
  }

  @Test
  void aBatchThatIsNotThereIsNamed() {
    assertThat(shell.run("ask", "--batch", "/no/such/file")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).startsWith("docent: can't read /no/such/file").hasLineCount(1);
  }

  @Test
  void aPipeIsOneConversationAndItsWorstLineCounts() throws IOException {
    shell.docent.answers = text -> text.equals("when") ? Samples.abstained(text) : Samples.grounded(text);

    assertThat(shell.pipe("who\n\n  \nwhen\nreload\n", false)).isEqualTo(ExitCode.ABSTAINED);
    assertThat(shell.docent.asked).extracting(q -> q.text()).containsExactly("who", "when", "reload");
    assertThat(shell.docent.asked).extracting(q -> q.conversation())
        .doesNotContainNull()
        .containsOnly(
            shell.docent.asked.getFirst().conversation());
    assertThat(shell.out()).startsWith(OFFLINE_TEXT + "\nThe documents don't say.");
    assertThat(shell.err()).containsOnlyOnce("(offline:");
  }

  @Test
  void aPipeCanBeJson() throws IOException {
    assertThat(shell.pipe("who\nwhen\n", true)).isEqualTo(ExitCode.DONE);
    assertThat(shell.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"question\":"));
  }

  @Test
  void anyQuestionReachesDocent() {
    shell.run("ask", "?!…");
    shell.run("ask", "");

    assertThat(shell.docent.asked).extracting(q -> q.text()).containsExactly("?!…", "");
  }

  @Test
  void aPastedDocumentIsNoQuestion() {
    assertThat(shell.run("ask", "w".repeat(20_000))).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).startsWith("docent: the question has 20,000 characters").hasLineCount(1);
  }

  @Test
  void whatFailsIsOneLine() {
    shell.docent.answers = text -> {
      throw switch (text) {
        case "index" -> new IndexException("the index /i is broken. Remove it and reload", new IOException("low"));
        case "folder" -> new CorpusUnavailableException("the folder /k isn't there. Name another with --knowledge DIR");
        default -> new IllegalStateException("oops");
      };
    };

    assertThat(List.of(shell.run("ask", "index"), shell.run("ask", "folder"), shell.run("ask", "bug")))
        .containsOnly(ExitCode.FAILED);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).isEqualTo("""
        docent: the index /i is broken. Remove it and reload
        docent: the folder /k isn't there. Name another with --knowledge DIR
        docent: something unexpected failed: IllegalStateException: oops; run with DOCENT_DEBUG=1 for details
        """);
  }

  @Test
  void whoHasTooLittleMemoryHearsHowToGiveMore() {
    shell.docent.answers = text -> {
      throw new IllegalStateException("a parser's", new OutOfMemoryError("Java heap space"));
    };

    assertThat(shell.run("ask", "anything")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).matches("docent: there isn't enough memory: Java was given \\d+ MB; give it more,"
        + " with DOCENT_JAVA_OPTS=-Xmx1g, say\n");
  }

  @Test
  void anUnknownModelIsMisuse() {
    assertThat(shell.run("model", "gpt-9")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).startsWith("docent: the model 'gpt-9' is unknown. Use offline");
  }

  @Test
  void misuseIsTwoAndHelpIsZero() {
    assertThat(shell.run("ask", "--nope", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("docent ask \"Who was").contains("Docent ");
    assertThat(shell.docent.done).isEmpty();
  }

  @Test
  void controlCharactersOfDocumentsAreNotPrinted() {
    shell.docent.answers = text -> new Answer.Abstained(Answer.Reason.NO_EVIDENCE,
        "no\033[2J\u009bx\u202e%s", List.of(Samples.nearest("a\033]0;title\007b\rc")), Reader.Name.quoting("offline"),
        0,
        Samples.trace(Query.of("x")));
    shell.run("ask", "x");
    shell.run("ask", "x", "--json");

    assertThat(shell.out()).doesNotContain("\033", "\u009b", "\007", "\r").contains("no[2Jx%s", "\\u009b");
  }

  @Test
  void anEvaluationBelowWhatWasAskedForIsThree(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("e.jsonl"), """
        {"id":"a","question":"who","answers":["bullitt"],"documents":["reports/1933.md"]}
        {"id":"b","text":"when","answers":["1967"],"doc_ids":["x.md"]}
        """);

    assertThat(shell.run("eval", file.toString(), "--json", "--min-correct", "1")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("eval", file.toString(), "--min-correct", "2")).isEqualTo(ExitCode.ABSTAINED);
    assertThat(shell.out()).startsWith("""
        {"questions":2,"answered":2,"correct":1,"wrong":1,"abstained_rightly":0,"abstained_wrongly":0,\
        "citations":2,"verbatim_citations":""").contains("✗ b when", "expected 1967", "right document  1 of 2\n");
    assertThat(shell.err()).contains("docent: correct: 1 is below 2");
  }

  @Test
  void whereNoQuestionSaysInWhichDocumentItIsAnsweredNoneIsTheRightOne(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("e.jsonl"), """
        {"id":"a","question":"who","answers":["bullitt"]}
        """);

    assertThat(shell.run("eval", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("answered        1: 1 correct").doesNotContain("right document");
  }

  @Test
  void anEvaluationSaysWhatChangedSinceAnEarlierOne(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("e.jsonl"), """
        {"id":"a","question":"who","answers":["bullitt"],"documents":["reports/1933.md"]}
        {"id":"b","text":"when","answers":["1967"],"doc_ids":["x.md"]}
        """);
    Path earlier = Files.writeString(folder.resolve("earlier.json"), """
        {"questions":2,"verdicts":[{"id":"a","verdict":"wrong"},{"id":"gone","verdict":"correct"}]}
        """);

    assertThat(shell.run("eval", file.toString(), "--against", earlier.toString())).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("1 better, 0 worse", "+ a who: wrong → correct", "100 %",
        "1 question not asked in the earlier run", "1 question asked in the earlier run only");
    assertThat(shell.run("eval", file.toString(), "--json", "--against", earlier.toString())).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("\"risk_coverage\":[{\"percent\":10,", "\"reliability\":[{\"from\":0.0,",
        "\"verdicts\":[{\"id\":\"a\",\"question\":\"who\",\"verdict\":\"correct\"",
        "\"changed\":[{\"id\":\"a\",\"question\":\"who\",\"before\":\"wrong\",\"now\":\"correct\"}]");
    assertThat(shell.run("eval", file.toString(), "--against", file.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("Make it with: docent eval FILE --json");
  }

  @Test
  void gapsAreShownInGroupsAndForgotten() {
    var asked = Instant.parse("2026-03-04T12:00:00Z");
    shell.docent.gaps = List.of(new GapGroup(List.of("parking", "permit"),
        List.of(new Gap(asked, "Where do I get a\u001b[2J parking permit?", GapReason.Known.NO_EVIDENCE),
            new Gap(asked, "parking permit?", GapReason.Known.REJECTED))));

    assertThat(shell.run("gaps")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("2×  parking, permit", "parking permit? · answered, but not to the point")
        .doesNotContain("\u001b");
    assertThat(shell.run("gaps", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("{\"gaps\":[{\"about\":[\"parking\",\"permit\"],\"times\":2,");
    assertThat(shell.run("gaps", "--clear")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("Forgotten: 2 questions.");
    assertThat(shell.docent.done).contains("clear gaps");
  }

  @Test
  void aBatchIsNoGap(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("b.jsonl"), "{\"id\":\"a\",\"question\":\"who\"}\n");
    shell.run("ask", "--batch", file.toString());
    assertThat(shell.docent.asked).allMatch(Question::measuring);
    shell.run("ask", "who");
    assertThat(shell.docent.asked.getLast().measuring()).isFalse();
  }

  @Test
  void aBrokenEvaluationFileNamesTheLine(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("e.jsonl"),
        "{\"id\":\"a\",\"question\":\"who\",\"answers\":[\"he\"]}\n{}\n");

    assertThat(shell.run("eval", file.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("e.jsonl, line 2: this line has no text under \"question\"");

    Files.writeString(file, "{\"id\":\"a\",\"question\":\"who\",\"expected\":[\"he\"]}\n");
    assertThat(shell.run("eval", file.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("e.jsonl, line 1: no \"answers\"");
  }

  @Test
  void manyNamesAreCutShortInTheReceipt() {
    List<String> names = IntStream.range(0, 40).mapToObj(i -> "d" + i + ".md").toList();
    assertThat(ReceiptText.render(
        new ReloadReport(names, List.of(), List.of(), 0, List.of(), List.of(), 1, 1, List.of(), 1), "vectors follow"))
        .contains("and 28 more")
        .contains("(vectors follow)");
  }

  @Test
  void aLineWithASlashIsACommandInAPipeToo() throws IOException {
    assertThat(shell.pipe("/search treaty\nwho\n/why\n/nonsense\n/quit\nwhen\n", false)).isEqualTo(ExitCode.USAGE);
    assertThat(shell.out()).contains(" 1. reports/1933.md", "William Bullitt", "  question   who")
        .doesNotContain("when");
    assertThat(shell.err()).contains("no such command: nonsense");
  }

  @Test
  void smallTalkIsDoneAndNoAbstention() {
    shell.docent.answers = text -> new Answer.Abstained(Answer.Reason.SMALL_TALK, "You're welcome.", List.of(),
        Reader.Name.quoting("offline"), 1, Samples.trace(Query.of(text)), List.of(),
        new SmallTalk(SmallTalk.Kind.THANKS, Language.ENGLISH, "You're welcome."));
    assertThat(shell.run("ask", "thanks")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).isEqualTo("You're welcome.\n");
  }
}
