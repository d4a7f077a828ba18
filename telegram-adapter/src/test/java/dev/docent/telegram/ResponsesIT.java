package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.UserMessage;
import dev.docent.telegram.rehearsal.server.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telegram answers in a form that the library doesn't know: only what the bot needs is read. */
@Execution(ExecutionMode.CONCURRENT)
class ResponsesIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fault answering(String text) {
    return new Fault.Altered(result -> json(text));
  }

  private static Fault sent(UnaryOperator<ObjectNode> change) {
    return new Fault.Altered(result -> change.apply(result.deepCopy()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\": 700500300, \"username\": \"docent_rehearsal_bot\"}",
      "{\"username\": \"docent_rehearsal_bot\", \"is_bot\": \"yes\", \"first_name\": 5}",
      "{\"id\": 99999999999999999999, \"username\": \"docent_rehearsal_bot\", \"of_the_future\": {\"x\": []}}", "{}",
      "true"})
  void whateverGetMeLeavesOutTheBotStartsAndAnswers(String me, @TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.faults().always("getMe", answering(me));
      stage.begin();
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      assertThat(stage.bot().connection()).isInstanceOf(Connection.Connected.class);
    }
  }

  /** An edit of the question edits the answer: for that its number must be known. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"date\": 99999999999999}", "{\"date\": \"today\", \"chat\": null}",
      "{\"reply_markup\": {\"of_the_future\": 1}, \"entities\": 7, \"from\": {\"id\": 18446744073709551615}}"})
  void aSentMessageOfAnotherFormKeepsItsNumber(String odd, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().always("sendMessage", sent(message -> message.setAll((ObjectNode) json(odd))));
      stage.telegram.faults().always("editMessageText", sent(message -> message.removeAll()));
      UserMessage question = stage.telegram.say(ANN, ANNS, "Who?");
      BotMessage answer = stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      stage.rest();
      stage.docent.answers = (other, listener) -> Samples.written(other.text());
      stage.telegram.edit(question, "Who else?");
      stage.asked(2);
      stage.rest();
      assertThat(stage.telegram.sent(ANNS)).singleElement()
          .satisfies(message -> assertThat(message.id()).isEqualTo(answer.id()));
      assertThat(stage.telegram.calls("editMessageText")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"message_id\": 5000000000}", "{\"message_id\": \"seven\"}", "true"})
  void aSentMessageWithoutANumberIsNotSentAgain(String sent, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().always("sendMessage", answering(sent));
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, message -> message.text().contains("Bullitt"));
      stage.rest();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
      assertThat(stage.telegram.calls("sendMessage")).hasSize(1);
    }
  }

  @Test
  void aRefusalWithNumbersOutOfRangeIsARefusal(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().next("sendMessage", new Fault.Refusal(400, """
          {"ok": false, "error_code": 400, "description": "Bad Request: of the future",
           "parameters": {"migrate_to_chat_id": 99999999999999999999, "of_the_future": {}}}"""));
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.rest();
      stage.telegram.say(ANN, ANNS, "And who else?");
      stage.telegram.await(ANNS, message -> message.text().contains("Bullitt"));
    }
  }
}
