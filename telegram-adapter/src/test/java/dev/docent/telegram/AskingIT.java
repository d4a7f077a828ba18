package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.rehearsal.Sent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskingIT {
  @Test
  void answersWithTheWordsAndTheirSource(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      Sent answer = stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      assertThat(answer.text()).contains("[1] reports/1933.md, How it came about, lines 14–15");
      assertThat(answer.entities()).anyMatch(e -> e.type().equals("expandable_blockquote"));
      assertThat(answer.button("Sources")).isPresent();
      assertThat(answer.button("Ask again")).isPresent();
    }
  }
}
