package dev.docent.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Part;
import dev.docent.answer.Reader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void whoWaitsForAModelIsToldAtOnceWhatIsDone() {
    terminal(true).searching(Reader.Name.writing("openai:m"));
    assertThat(err).hasToString("  (looking for what openai:m is to read …)\n");
  }

  @Test
  void theOfflineReaderIsDoneBeforeThatCouldBeRead() {
    terminal(true).searching(Reader.Name.quoting("extractive"));
    assertThat(err).hasToString("");
  }

  @Test
  void aPipeHearsNothingOfTheMoment() {
    AnswerText text = terminal(false);
    text.searching(Reader.Name.writing("openai:m"));
    text.parts(List.of(Part.written("It opens at nine.", List.of(1))));
    assertThat(err).hasToString("");
    assertThat(out).hasToString("");
  }

  @Test
  void aBlockIsShownAsSoonAsItIsComplete() {
    terminal(true).parts(List.of(Part.written("It opens at nine.", List.of(1))));
    assertThat(out).hasToString("It opens at nine. [1]");
  }

  private AnswerText terminal(boolean terminal) {
    var screen = new Screen(new PrintWriter(err, true), terminal, Style.PLAIN, false, () -> 80);
    return new AnswerText(new PrintWriter(out), screen, new LocatorText(Style.PLAIN, Path.of("docs")));
  }
}
