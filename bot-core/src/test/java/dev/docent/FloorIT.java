package dev.docent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.reload.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the folder that README shows. */
class FloorIT {
  private static final Path CLUB = Path.of("..", "docs", "club");

  @Test
  void halfSureIsNotSure(@TempDir Path data) throws Exception {
    try (Docent docent = DocentFactory.open(DocentSettings.of(CLUB, data))) {
      docent.reload(Progress.NONE);
      docent.fillVectors(Progress.NONE);

      Answer unsure = docent.ask(Question.of("Which browser is installed on the computer in the shed?").forMeasuring(),
          AnswerListener.SILENT);
      assertThat(unsure).isInstanceOf(Answer.Abstained.class);
      // Declined for the floor's sake and not for another reason: with half of it this would be an answer.
      assertThat(unsure.confidence()).isBetween(0.18, 0.35);

      Answer sure = docent.ask(Question.of("What must I bring?").forMeasuring(), AnswerListener.SILENT);
      assertThat(sure).isInstanceOf(Answer.Grounded.class);
      assertThat(sure.text()).contains("You must bring with you:", "a life jacket for everyone on board");
    }
  }
}
