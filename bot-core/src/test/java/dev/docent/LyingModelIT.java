package dev.docent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.reload.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that misuses passages and markers in every way there is; {@code bench/lies} does it over whole sets. */
class LyingModelIT {

  @Test
  void noLieBecomesACitation(@TempDir Path knowledge, @TempDir Path data) throws Exception {
    Files.writeString(knowledge.resolve("office.md"), """
        # Office

        The office in Harbour Street opens at nine in the morning. Dogs may come on Fridays only.

        ## Keys

        Maria Lund keeps the spare keys of the office in the blue cabinet. There are 14 of them.
        """);
    var lie = new AtomicReference<>(Lie.TRUE);
    try (var model = new PlayedModel(told -> lie.get().of(told));
        Docent docent = DocentFactory
            .open(DocentSettings.of(knowledge, data).withModel(ModelName.parse("openai:liar"), model.address()))) {
      docent.reload(Progress.NONE);
      for (Lie next : Lie.all()) {
        lie.set(next);
        Answer answer = docent.ask(Question.of("When does the office open?").forMeasuring(), AnswerListener.SILENT);
        assertThat(answer).as(next.name()).isInstanceOf(Answer.Grounded.class);
        assertThat(((Answer.Grounded) answer).citations()).as(next.name())
            .allMatch(citation -> Reopened.holds(knowledge, citation));
        assertThat(answer.text()).as(next.name())
            .doesNotContain("cheese", "forged", "Quimby", "98765", "otherwise", "nobody ever", "not true");
      }
    }
  }

  @Test
  void aQuoteStandsInForAnAnswerThatLosesTooMuchAndThatIsSaid(@TempDir Path knowledge,
      @TempDir Path data) throws Exception {
    Files.writeString(knowledge.resolve("office.md"),
        """
            # Office

            The office in Harbour Street opens at nine in the morning and closes at five in the afternoon, but on the eve of a
            holiday, when it is open until noon.
            """);
    var lie = new AtomicReference<>(Lie.HALF_TRUE);
    try (var model = new PlayedModel(told -> lie.get().of(told));
        Docent docent = DocentFactory
            .open(DocentSettings.of(knowledge, data).withModel(ModelName.parse("openai:liar"), model.address()))) {
      docent.reload(Progress.NONE);
      Answer half = docent.ask(Question.of("When does the office open?").forMeasuring(), AnswerListener.SILENT);
      assertThat(half.reader()).hasToString("openai:liar");
      assertThat(half.notices()).singleElement()
          .asString()
          .startsWith(
              "Left out, not shown as part of the answer: “That was decided by Xavier Quimby-Smythe in Atlantis.”: the name ");
      assertThat(half.trace().reading()).anyMatch(line -> line.startsWith("not shown: That was decided by Xavier"));

      lie.set(Lie.INVENTED_QUOTE);
      Answer none = docent.ask(Question.of("When does the office open?").forMeasuring(), AnswerListener.SILENT);
      assertThat(none.reader()).hasToString("extractive");
      assertThat(none.text()).contains("The office in Harbour Street opens at nine");
      assertThat(none.notices()).singleElement()
          .asString()
          .startsWith(
              "The answer of openai:liar is not shown: the statement that answers isn't carried: what it quotes")
          .endsWith("Answered offline instead.");
      assertThat(none.trace().reading()).anyMatch(line -> line.startsWith("not shown: The document says"));
    }
  }
}
