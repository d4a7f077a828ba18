package dev.docent.telegram.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Entity;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.ShownDraft;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.chat.UserMessage;
import dev.docent.telegram.rehearsal.rules.FloodLimits;
import dev.docent.telegram.rehearsal.server.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What depends on the chat: who is told what, and where the bot may write. */
class ChatsIT {
  private static final TelegramUser ANNA = TelegramUser.named(11, "Anna");
  private static final Chat CHAT = ANNA.privateChat();
  private static final Chat GROUP = Chat.group(-22, "Readers");
  private static final Chat FORUM = Chat.forum(-33, "Forum");
  private final FakeTelegram telegram = FakeTelegram.start(FloodLimits.none());
  private final BotClient bot = new BotClient(telegram);

  @AfterEach
  void close() {
    bot.close();
    telegram.close();
  }

  private BotMessage send(Chat chat, String text) {
    bot.call("sendMessage", "{'chat_id':" + chat.id() + ",'text':'" + text + "'}");
    return telegram.sent(chat).getLast();
  }

  private JsonNode told() {
    return bot.updates(0);
  }

  @Test
  void whatIsSaidArrivesWithItsCommandsAndNames() {
    telegram.say(ANNA.speaking("ru"), CHAT, "/ask@docent_rehearsal_bot who is @somebody?");
    JsonNode message = told().path(0).path("message");
    assertThat(message.path("from").path("language_code").asText()).isEqualTo("ru");
    assertThat(message.path("chat").path("type").asText()).isEqualTo("private");
    assertThat(message.path("entities")).extracting(e -> e.path("type").asText())
        .containsExactly("bot_command",
            "mention");
    assertThat(message.path("entities").path(0).path("length").asInt()).isEqualTo(25);
  }

  @Test
  void inPrivacyModeAGroupReachesTheBotOnlyWhenItIsMeant() {
    telegram.say(ANNA, GROUP, "good morning");
    telegram.say(ANNA, GROUP, "/ask");
    assertThat(told()).isEmpty();
    telegram.say(ANNA, GROUP, "what says @docent_rehearsal_bot?");
    BotMessage sent = send(GROUP, "Hello");
    telegram.reply(ANNA, sent, "and you?");
    telegram.say(ANNA, GROUP, "/ask");
    telegram.say(ANNA, GROUP, "/ask@other_bot");
    assertThat(told()).extracting(u -> u.path("message").path("text").asText())
        .containsExactly("what says @docent_rehearsal_bot?", "and you?", "/ask");
  }

  @Test
  void withPrivacyOffItReadsAll() {
    telegram.privacy(false);
    telegram.say(ANNA, GROUP, "good morning");
    assertThat(told()).hasSize(1);
    assertThat(bot.call("getMe", "{}").result().path("can_read_all_group_messages").asBoolean()).isTrue();
  }

  @Test
  void anEditArrivesAsOne() {
    UserMessage message = telegram.say(ANNA, CHAT, "who?");
    telegram.edit(message, "when?");
    JsonNode edited = told().path(1).path("edited_message");
    assertThat(edited.path("message_id").asInt()).isEqualTo(message.id());
    assertThat(edited.path("text").asText()).isEqualTo("when?");
    assertThat(edited.has("edit_date")).isTrue();
  }

  @Test
  void aTopicIsWrittenToByItsThreadAndGeneralByNone() {
    telegram.privacy(false);
    Chat topic = FORUM.inTopic(7);
    telegram.say(ANNA, topic, "who?");
    JsonNode message = told().path(0).path("message");
    assertThat(message.path("message_thread_id").asInt()).isEqualTo(7);
    assertThat(message.path("is_topic_message").asBoolean()).isTrue();
    assertThat(message.path("reply_to_message").has("forum_topic_created")).isTrue();

    bot.call("sendMessage", "{'chat_id':-33,'message_thread_id':7,'text':'there'}");
    bot.call("sendMessage", "{'chat_id':-33,'text':'general'}");
    assertThat(telegram.sent(topic)).extracting(BotMessage::text).containsExactly("there");
    assertThat(telegram.sent(FORUM)).extracting(BotMessage::text).containsExactly("general");
    assertThat(telegram.violations()).isEmpty();

    telegram.removeTopic(topic);
    assertThat(bot.call("sendMessage", "{'chat_id':-33,'message_thread_id':7,'text':'there'}").description())
        .isEqualTo("Bad Request: message thread not found");
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void generalTakesNoThread() {
    telegram.open(FORUM);
    BotClient.Reply reply = bot.call("sendMessage", "{'chat_id':-33,'message_thread_id':1,'text':'there'}");
    assertThat(reply.description()).isEqualTo("Bad Request: message thread not found");
    assertThat(telegram.violations().getFirst()).contains("for General");
  }

  @Test
  void outsideAForumAThreadIdIsNotToBeEchoed() {
    Chat supergroup = Chat.supergroup(-44, "Big");
    telegram.privacy(false);
    UserMessage first = telegram.say(ANNA, supergroup, "who?");
    telegram.reply(ANNA, first, "yes, who?");
    JsonNode reply = told().path(1).path("message");
    assertThat(reply.path("message_thread_id").asInt()).isEqualTo(first.id());
    assertThat(reply.has("is_topic_message")).isFalse();
    assertThat(bot.call("sendMessage",
        "{'chat_id':-44,'text':'a','message_thread_id':" + first.id() + "}").status()).isEqualTo(400);
    assertThat(telegram.violations().getFirst()).contains("a chat without topics");
  }

  @Test
  void aDraftWaitsForItsMessage() {
    telegram.say(ANNA, CHAT, "who?");
    bot.call("sendMessageDraft", "{'chat_id':11,'draft_id':5,'text':'Bull'}");
    assertThat(telegram.unfinishedDrafts()).containsExactly(new ShownDraft(CHAT, 5, "Bull"));
    send(CHAT, "Bullitt");
    assertThat(telegram.unfinishedDrafts()).isEmpty();
  }

  @Test
  void whoBringsTheBotIntoAGroupIsTold() {
    telegram.invite(GROUP, ANNA);
    telegram.invite(GROUP, ANNA);
    JsonNode change = told().path(0).path("my_chat_member");
    assertThat(told()).hasSize(1);
    assertThat(change.path("from").path("id").asLong()).isEqualTo(11);
    assertThat(change.path("new_chat_member").path("status").asText()).isEqualTo("member");
    assertThat(send(GROUP, "Hello").text()).isEqualTo("Hello");
  }

  @Test
  void anEditChangesTheMessageAndTakesItsButtonsAway() {
    telegram.say(ANNA, CHAT, "who?");
    bot.call("sendMessage",
        "{'chat_id':11,'text':'a','reply_markup':{'inline_keyboard':[[{'text':'b','callback_data':'c'}]]}}");
    int id = telegram.sent(CHAT).getFirst().id();
    bot.call("editMessageText", "{'chat_id':11,'message_id':" + id + ",'text':'A'}");
    BotMessage sent = telegram.sent(CHAT).getFirst();
    assertThat(sent.text()).isEqualTo("A");
    assertThat(sent.edits()).isEqualTo(1);
    assertThat(sent.buttons()).isEmpty();
  }

  @Test
  void anEditThatChangesNothingIsRefusedAndNoted() {
    telegram.say(ANNA, CHAT, "who?");
    BotMessage sent = send(CHAT, "a");
    String edit = "{'chat_id':11,'message_id':" + sent.id() + ",'text':'a'}";
    assertThat(bot.call("editMessageText", edit).description()).startsWith("Bad Request: message is not modified: ");
    assertThat(telegram.violations().getFirst()).contains("changes nothing");
  }

  @Test
  void afterALostAnswerTheSameEditIsNoBreach() {
    telegram.say(ANNA, CHAT, "who?");
    BotMessage sent = send(CHAT, "a");
    telegram.faults().next("editMessageText", Fault.cutAnswer());
    String edit = "{'chat_id':11,'message_id':" + sent.id() + ",'text':'A'}";
    assertThat(catchThrowable(() -> bot.call("editMessageText", edit))).isNotNull();
    assertThat(bot.call("editMessageText", edit).description()).contains("message is not modified");
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void anEditOfADeletedMessageIsBadLuckAndOfNoMessageABreach() {
    telegram.say(ANNA, CHAT, "who?");
    BotMessage sent = send(CHAT, "a");
    telegram.delete(sent);
    assertThat(telegram.sent(CHAT)).isEmpty();
    assertThat(bot.call("editMessageText", "{'chat_id':11,'message_id':" + sent.id() + ",'text':'b'}").description())
        .isEqualTo("Bad Request: message to edit not found");
    assertThat(telegram.violations()).isEmpty();
    bot.call("editMessageText", "{'chat_id':11,'message_id':9,'text':'b'}");
    assertThat(telegram.violations().getFirst()).contains("never was a message 9");
  }

  @Test
  void anEditOfSomebodyElsesMessageIsABreach() {
    UserMessage message = telegram.say(ANNA, CHAT, "who?");
    assertThat(bot.call("editMessageText", "{'chat_id':11,'message_id':" + message.id() + ",'text':'b'}").status())
        .isEqualTo(400);
    assertThat(telegram.violations().getFirst()).contains("not the bot's own");
  }

  @Test
  void whoBlockedTheBotIsWrittenToOnceAtMost() throws Exception {
    telegram.say(ANNA, CHAT, "who?");
    telegram.block(ANNA);
    assertThat(told().path(1).path("my_chat_member").path("new_chat_member").path("status").asText())
        .isEqualTo("kicked");
    String json = "{'chat_id':11,'text':'a'}";
    BotClient.Reply reply = bot.call("sendMessage", json);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.description()).isEqualTo("Forbidden: bot was blocked by the user");
    assertThat(telegram.violations()).isEmpty();
    Thread.sleep(1100);
    assertThat(bot.call("sendMessage", json).status()).isEqualTo(403);
    assertThat(telegram.violations().getFirst()).contains("writes again to chat 11");
    telegram.unblock(ANNA);
    assertThat(bot.call("sendMessage", json).status()).isEqualTo(200);
  }

  @Test
  void aGroupThatThrewTheBotOutIsClosed() {
    telegram.open(GROUP);
    telegram.kick(GROUP, ANNA);
    assertThat(bot.call("sendMessage", "{'chat_id':-22,'text':'a'}").description())
        .isEqualTo("Forbidden: bot was kicked from the group chat");
  }

  @Test
  void aGroupThatBecomesASupergroupSaysWhere() {
    telegram.open(GROUP);
    Chat supergroup = telegram.migrate(GROUP, ANNA);
    assertThat(told()).extracting(u -> u.path("message").path("migrate_to_chat_id").asLong())
        .contains(supergroup.id());
    BotClient.Reply reply = bot.call("sendMessage", "{'chat_id':-22,'text':'a'}");
    assertThat(reply.body().path("parameters").path("migrate_to_chat_id").asLong()).isEqualTo(supergroup.id());
    assertThat(send(supergroup, "a").text()).isEqualTo("a");
  }

  @Test
  void aChatNobodyOpenedIsNotFound() {
    assertThat(bot.call("sendMessage", "{'chat_id':404,'text':'a'}").description())
        .isEqualTo("Bad Request: chat not found");
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void aReplyNeedsItsMessageUnlessItMayGoWithout() {
    telegram.say(ANNA, CHAT, "who?");
    assertThat(bot.call("sendMessage", "{'chat_id':11,'text':'a','reply_parameters':{'message_id':9}}").description())
        .isEqualTo("Bad Request: message to be replied not found");
    assertThat(bot.call("sendMessage",
        "{'chat_id':11,'text':'a','reply_parameters':{'message_id':9,'allow_sending_without_reply':true}}").status())
        .isEqualTo(200);
    assertThat(telegram.sent(CHAT).getFirst().replyTo()).isZero();
  }

  @Test
  void aPressIsAnsweredOnceAndInTime() {
    telegram.say(ANNA, CHAT, "who?");
    String query = telegram.press(ANNA, send(CHAT, "a"), "data");
    JsonNode update = told().path(1).path("callback_query");
    assertThat(update.path("data").asText()).isEqualTo("data");
    assertThat(update.path("message").path("text").asText()).isEqualTo("a");
    assertThat(telegram.unansweredPresses()).containsExactly(query);
    String answer = "{'callback_query_id':'" + query + "','text':'done'}";
    assertThat(bot.call("answerCallbackQuery", answer).status()).isEqualTo(200);
    assertThat(telegram.happenings(CHAT)).contains(new Happening.Noticed(CHAT, query, "done", false));
    assertThat(telegram.unansweredPresses()).isEmpty();
    assertThat(bot.call("answerCallbackQuery", answer).description()).startsWith("Bad Request: query is too old");
    assertThat(telegram.violations()).hasSize(1).first().asString().contains("answered twice");
  }

  @Test
  void anExpiredPressIsRefusedWithoutABreach() {
    telegram.say(ANNA, CHAT, "who?");
    String query = telegram.press(ANNA, CHAT, 5, "data");
    telegram.expirePresses();
    JsonNode message = told().path(1).path("callback_query").path("message");
    assertThat(message.path("date").asInt(-1)).isZero();
    assertThat(message.has("text")).isFalse();
    assertThat(bot.call("answerCallbackQuery", "{'callback_query_id':'" + query + "'}").description())
        .startsWith("Bad Request: query is too old");
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void aFileIsNamedByItsMessageAndFetchedByItsPath() throws Exception {
    byte[] bytes = {0, 1, 2, (byte) 200};
    telegram.upload(ANNA, CHAT, "notes.md", "text/markdown", bytes, bytes.length, "for you");
    JsonNode message = told().path(0).path("message");
    assertThat(message.path("caption").asText()).isEqualTo("for you");
    assertThat(message.path("document").path("file_name").asText()).isEqualTo("notes.md");
    assertThat(message.path("document").path("file_size").asInt()).isEqualTo(4);
    JsonNode file = bot.call("getFile", "{'file_id':'" + message.path("document").path("file_id").asText() + "'}")
        .result();
    assertThat(file.path("file_path").asText()).doesNotContain("notes");
    String path = "/file/bot" + telegram.token() + "/" + file.path("file_path").asText();
    assertThat(bot.get(path).body().getBytes(StandardCharsets.UTF_8)).startsWith(new byte[]{0, 1, 2});
    assertThat(bot.get(path + "x").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(longs = {21L << 20, -1})
  void aFileThatIsTooBigIsRefusedAndNotedWhenTheMessageSaidSo(long size) {
    telegram.upload(ANNA, CHAT, "a.pdf", "application/pdf", new byte[21 << 20], size, "");
    JsonNode document = told().path(0).path("message").path("document");
    assertThat(bot.call("getFile", "{'file_id':'" + document.path("file_id").asText() + "'}").description())
        .isEqualTo("Bad Request: file is too big");
    assertThat(telegram.violations()).hasSize(size < 0 ? 0 : 1);
  }

  @Test
  void aFileOfTheBotsArrivesWithItsCaption() throws Exception {
    telegram.say(ANNA, CHAT, "send it");
    String body = "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n11\r\n"
        + "--x\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nhere ж\r\n"
        + "--x\r\nContent-Disposition: form-data; name=\"document\"; filename=\"ж.txt\"\r\n"
        + "Content-Type: text/plain\r\n\r\na\r\nb\r\n--x--\r\n";
    assertThat(bot.post("senddocument", "multipart/form-data; boundary=x", body, Duration.ofSeconds(5)).statusCode())
        .isEqualTo(200);
    assertThat(telegram.sent(CHAT)).extracting(BotMessage::text, BotMessage::file)
        .containsExactly(tuple("here ж", "ж.txt"));
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void whiteSpaceAroundATextIsCutAndEntitiesMoveAlong() {
    telegram.say(ANNA, CHAT, "who?");
    bot.call("sendMessage",
        "{'chat_id':11,'text':'  Bullitt \\n','entities':[{'type':'bold','offset':2,'length':7}]}");
    BotMessage sent = telegram.sent(CHAT).getFirst();
    assertThat(sent.text()).isEqualTo("Bullitt");
    assertThat(sent.entities()).isEqualTo(List.of(new Entity("bold", 0, 7)));
  }

  @Test
  void aBotThatAnnouncesSomethingIsNotAtRest() {
    telegram.open(CHAT);
    send(CHAT, "Adding notes.md…");
    assertThat(telegram.await(CHAT, 1)).hasSize(1);
    assertThat(telegram.atRest(Duration.ZERO)).isFalse();
    bot.call("editMessageText", "{'chat_id':11,'message_id':" + telegram.sent(CHAT).getLast().id()
        + ",'text':'Added notes.md.'}");
    assertThat(telegram.atRest(Duration.ZERO)).isTrue();
  }
}
