package dev.docent.shell.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.Docent;
import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.conversation.Turn;
import dev.docent.shell.input.InputFields;
import dev.docent.shell.json.AnswerJson;
import dev.docent.shell.json.Json;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.outcome.Failure;
import dev.docent.shell.text.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/** JSON Lines in, JSON Lines out, in the same order; each line is out before the next is read. */
final class QuestionBatch {
  /** What became of one line. */
  private record Result(ExitCode code, ObjectNode json) {}

  private final Docent docent;
  private final Screen screen;
  private final Set<String> noticed = new HashSet<>();

  QuestionBatch(Docent docent, Screen screen) {
    this.docent = docent;
    this.screen = screen;
  }

  /** Until the input ends, or nobody takes the output. Done when every line got a verdict; a line that got none has an error in its place. */
  ExitCode run(BufferedReader lines, PrintWriter out) throws IOException, InterruptedException {
    ExitCode code = ExitCode.DONE;
    for (String line; (line = lines.readLine()) != null;) {
      if (!line.isBlank()) {
        Result result = result(line);
        code = result.code() == ExitCode.DONE ? code : result.code();
        out.println(Json.line(result.json()));
        if (out.checkError()) {
          // Nobody reads any more: who called says so.
          return code;
        }
      }
    }
    return code;
  }

  private Result result(String line) throws InterruptedException {
    ObjectNode json = Json.object();
    json.set("id", NullNode.getInstance());
    try {
      ObjectNode asked = InputFields.object(line);
      JsonNode id = asked.get("id");
      if (id != null) {
        json.set("id", id);
      }
      Question question = question(asked);
      Answer answer = docent.ask(question, AnswerListener.SILENT);
      answer.notices().stream().filter(noticed::add).forEach(screen::note);
      return new Result(ExitCode.DONE, AnswerJson.render(json, question.text(), answer));
    } catch (JsonProcessingException e) {
      return failed(json, "this line is no JSON: " + e.getOriginalMessage());
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      if (failure.code() == ExitCode.INTERRUPTED) {
        throw e;
      }
      return failed(json, failure.line());
    }
  }

  private static Result failed(ObjectNode json, String problem) {
    return new Result(ExitCode.FAILED, json.put("error", problem));
  }

  private static Question question(ObjectNode asked) {
    return InputFields.question(InputFields.text(asked, "question", "text"), null,
        InputFields.texts(asked, "history").stream().map(Turn::asked).toList()).forMeasuring();
  }
}
