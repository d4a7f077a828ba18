package dev.docent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Citation;
import dev.docent.answer.Question;
import dev.docent.corpus.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Asks as a client does and looks at the answer as a careful user would. */
final class Asking {
  private Asking() {}

  static Answer ask(Docent docent, String question) throws InterruptedException {
    return docent.ask(Question.of(question), AnswerListener.SILENT);
  }

  static Answer.Grounded grounded(Answer answer) {
    assertThat(answer).as(answer.text()).isInstanceOf(Answer.Grounded.class);
    return (Answer.Grounded) answer;
  }

  static Answer.Abstained abstained(Answer answer) {
    assertThat(answer).as(answer.text()).isInstanceOf(Answer.Abstained.class);
    return (Answer.Abstained) answer;
  }

  /** Opens each cited file and finds the quote in the very lines that are cited. */
  static void checkQuotes(Path folder, Answer.Grounded answer) {
    for (Citation citation : answer.citations()) {
      var lines = (Locator.Lines) citation.locator();
      List<String> all = lines(folder.resolve(citation.document()));
      String cited = String.join(" ", all.subList(lines.first() - 1, lines.last())).replaceAll("\\s+", " ");
      assertThat(cited).contains(citation.quote());
      assertThat(all.get(lines.first() - 1)).contains(firstWord(citation.quote()));
      assertThat(all.get(lines.last() - 1)).contains(citation.quote().substring(citation.quote().lastIndexOf(' ') + 1));
    }
  }

  private static String firstWord(String quote) {
    return quote.split(" ", 2)[0];
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
