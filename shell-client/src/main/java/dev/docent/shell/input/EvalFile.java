package dev.docent.shell.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.evaluation.EvalQuestion;
import dev.docent.shell.outcome.UnreadableInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads questions with expected answers from JSON Lines. */
public final class EvalFile {
  private EvalFile() {}

  /** Every question, or an exception that names the line: figures over half a file would mislead. */
  public static List<EvalQuestion> read(String name) {
    var questions = new ArrayList<EvalQuestion>();
    try (BufferedReader lines = InputLines.open(name)) {
      int n = 0;
      for (String line; (line = lines.readLine()) != null;) {
        n++;
        if (!line.isBlank()) {
          questions.add(question(name, n, line));
        }
      }
    } catch (IOException e) {
      throw new UnreadableInputException("can't read " + name + ": " + e.getMessage());
    }
    return questions;
  }

  private static EvalQuestion question(String name, int n, String line) {
    try {
      ObjectNode object = InputFields.object(line);
      JsonNode id = object.get("id");
      var question = new EvalQuestion(id == null ? Integer.toString(n) : id.asText(),
          InputFields.question(InputFields.text(object, "question", "text"), null, List.of()).text(),
          InputFields.texts(object, "answers"), InputFields.flag(object, "answerable", true),
          InputFields.texts(object, "documents", "doc_ids"), InputFields.texts(object, "history"));
      if (question.answerable() && question.answers().isEmpty() && question.documents().isEmpty()) {
        throw new UnreadableInputException("no \"answers\": a list of words that a right answer holds one of,"
            + " or \"answerable\": false");
      }
      return question;
    } catch (JsonProcessingException e) {
      throw new UnreadableInputException(name + ", line " + n + ": no JSON: " + e.getOriginalMessage());
    } catch (UnreadableInputException e) {
      throw new UnreadableInputException(name + ", line " + n + ": " + e.getMessage());
    }
  }
}
