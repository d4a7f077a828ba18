package dev.docent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.reload.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingsThatAskIT {

  @Test
  void aQuestionThatAHeadingAsksIsAnsweredByWhatStandsBelowIt(@TempDir Path knowledge, @TempDir Path data)
      throws Exception {
    Files.writeString(knowledge.resolve("faq.md"), """
        # Questions

        ## Can I run two pumps from one cable?

        No. It heats up and the fuse blows. Lay a second one.

        ## Is the well deep?

        It is nine metres deep.

        ## What happens when the tank is full?

        A float shuts the valve.

        The lamp turns green.
        """);
    Files.writeString(knowledge.resolve("stock.md"),
        """
            # Stock

            Two pumps came with one cable each, and you can run the two pumps for one winter from the cable drum in the shed.
            """);
    try (Docent docent = DocentFactory.open(DocentSettings.of(knowledge, data))) {
      docent.reload(Progress.NONE);
      assertThat(text(docent, "can i run two pumps from one cable")).contains("No. It heats up and the fuse blows.");
      assertThat(text(docent, "what happens when the tank is full")).contains("A float shuts the valve",
          "The lamp turns green");
    }
  }

  @Test
  void aShortListComesWhole(@TempDir Path knowledge, @TempDir Path data) throws Exception {
    Files.writeString(knowledge.resolve("notice.md"), """
        # Leave

        This is the notice that we ask for before you take leave:

        - For a day, you must tell us three days before
        - For two days, you must tell us a week before
        - For up to two weeks, you must tell us four weeks before
        - For more than two weeks, you must tell us three months before
        """);
    try (Docent docent = DocentFactory.open(DocentSettings.of(knowledge, data))) {
      docent.reload(Progress.NONE);
      assertThat(text(docent, "how much notice for two weeks of leave?")).contains("four weeks before",
          "three months before", "This is the notice that we ask for");
    }
  }

  @Test
  void aCommandComesWithAllItsSteps(@TempDir Path knowledge, @TempDir Path data) throws Exception {
    Files.writeString(knowledge.resolve("logbook.md"), """
        # The logbook

        Ann Sorrel looks after it.

        ## Restarting it

        1. Connect to it from the club's network:

           ```
           ssh club@logbook
           ```

        2. Restart the service:

           ```
           sudo systemctl restart logbook
           ```

        3. Look at the page in a browser.
        """);
    try (Docent docent = DocentFactory.open(DocentSettings.of(knowledge, data))) {
      docent.reload(Progress.NONE);
      assertThat(text(docent, "how do I restart the logbook?")).contains("1. Connect", "ssh club@logbook",
          "sudo systemctl restart logbook", "3. Look at the page");
    }
  }

  private static String text(Docent docent, String question) throws InterruptedException {
    Answer answer = docent.ask(Question.of(question).forMeasuring(), AnswerListener.SILENT);
    assertThat(answer).isInstanceOf(Answer.Grounded.class);
    return answer.text();
  }
}
