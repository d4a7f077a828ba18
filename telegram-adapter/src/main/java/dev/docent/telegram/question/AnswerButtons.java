package dev.docent.telegram.question;

import dev.docent.answer.Answer;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.text.AnswerMessage;
import dev.docent.telegram.text.Words;
import java.util.ArrayList;
import java.util.List;

/** The buttons below an answer: only those that can do something. */
final class AnswerButtons {
  private AnswerButtons() {}

  /** @param question the message with the question */
  static List<List<Button>> of(int question, Words words, Answer answer) {
    var again = new Button(words.say("button.again"), "a:" + question);
    return switch (answer) {
      case Answer.Grounded grounded -> {
        var row = new ArrayList<Button>();
        if (!new AnswerMessage(words).whole(grounded)) {
          row.add(new Button(words.say("button.sources"), "s:" + question));
        }
        row.add(again);
        row.add(new Button("👍", "u:" + question));
        row.add(new Button("👎", "d:" + question));
        yield List.of(row);
      }
      case Answer.Abstained abstained -> switch (abstained.reason()) {
        // A model may do better at the second try; what ranks the documents' words says the same again.
        case NO_EVIDENCE, NOT_SUPPORTED -> abstained.reader().languageModel() ? List.of(List.of(again)) : List.of();
        case NO_DOCUMENTS -> List.of(List.of(again));
        case EMPTY_QUESTION, OTHER_LANGUAGE, SMALL_TALK -> List.of();
      };
    };
  }
}
