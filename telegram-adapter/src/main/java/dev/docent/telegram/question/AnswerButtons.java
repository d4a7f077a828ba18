package dev.docent.telegram.question;

import dev.docent.answer.Answer;
import dev.docent.answer.Citation;
import dev.docent.telegram.folder.CitedFiles;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.text.AnswerMessage;
import dev.docent.telegram.text.CleanText;
import dev.docent.telegram.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The buttons below an answer: only those that can do something. */
public final class AnswerButtons {
  /** What a button does that brings a cited file, before the question and the source's marker. */
  public static final String FILE = "g";
  /** More would bury the answer. */
  private static final int FILES = 3;
  private static final int LABEL = 40;

  private final CitedFiles files;

  public AnswerButtons(CitedFiles files) {
    this.files = files;
  }

  /** @param question the message with the question */
  List<List<Button>> of(int question, Words words, Answer answer) {
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
        var rows = new ArrayList<List<Button>>();
        rows.add(row);
        rows.addAll(files(question, grounded.citations()));
        yield rows;
      }
      case Answer.Abstained abstained -> switch (abstained.reason()) {
        // A model may do better at the second try; what ranks the documents' words says the same again.
        case NO_EVIDENCE, NOT_SUPPORTED -> abstained.reader().languageModel() ? List.of(List.of(again)) : List.of();
        case NO_DOCUMENTS -> List.of(List.of(again));
        case EMPTY_QUESTION, OTHER_LANGUAGE, SMALL_TALK -> List.of();
      };
    };
  }

  /** A row for each cited document whose file may be had. */
  private List<List<Button>> files(int question, List<Citation> citations) {
    Map<String, Integer> first = new LinkedHashMap<>();
    citations.forEach(citation -> first.putIfAbsent(citation.document(), citation.n()));
    return first.entrySet()
        .stream()
        .flatMap(cited -> files.of(cited.getKey())
            .map(file -> List.of(new Button("📄 " + CleanText.line(file.name(), LABEL),
                FILE + ":" + question + "." + cited.getValue())))
            .stream())
        .limit(FILES)
        .toList();
  }
}
