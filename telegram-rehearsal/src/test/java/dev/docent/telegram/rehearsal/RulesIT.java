package dev.docent.telegram.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.ShownButton;
import dev.docent.telegram.rehearsal.chat.ShownDraft;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.rules.FloodLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule about a single request is broken once, and seen. */
class RulesIT {
  private static final TelegramUser ANNA = TelegramUser.named(11, "Anna");
  private static final Chat CHAT = ANNA.privateChat();
  private static final Chat GROUP = Chat.group(-22, "Readers");
  private final FakeTelegram telegram = FakeTelegram.start(FloodLimits.none());
  private final BotClient bot = new BotClient(telegram);

  @BeforeEach
  void people() {
    telegram.say(ANNA, CHAT, "/start");
    telegram.open(GROUP);
  }

  @AfterEach
  void close() {
    bot.close();
    telegram.close();
  }

  private BotClient.Reply breaks(String method, String json, String violation) {
    BotClient.Reply reply = bot.call(method, json);
    assertThat(telegram.violations()).as("%s", reply).hasSize(1).first().asString().contains(violation);
    return reply;
  }

  private void refuses(String method, String json, String violation, String description) {
    BotClient.Reply reply = breaks(method, json, violation);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.description()).isEqualTo("Bad Request: " + description);
    assertThat(telegram.sent(CHAT)).isEmpty();
  }

  @Test
  void whatKeepsTheRulesIsShownAndNoted() {
    BotClient.Reply reply = bot.call("sendMessage", """
        {'chat_id':11,'text':'See the sources','entities':[{'type':'bold','offset':8,'length':7}],
         'link_preview_options':{'is_disabled':true},'reply_parameters':{'message_id':1001},
         'reply_markup':{'inline_keyboard':[[{'text':'Sources','callback_data':'s:1'}]]}}""");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.result().path("message_id").asInt()).isPositive();
    BotMessage sent = telegram.sent(CHAT).getFirst();
    assertThat(sent.text()).isEqualTo("See the sources");
    assertThat(sent.entities().getFirst().of(sent.text())).isEqualTo("sources");
    assertThat(sent.button("Sources")).contains(new ShownButton("Sources", "s:1"));
    assertThat(sent.replyTo()).isEqualTo(1001);
    assertThat(telegram.violations()).isEmpty();
    assertThat(telegram.calls("sendMessage").getFirst().status()).isEqualTo(200);
  }

  @Test
  void theLibrarysWayOfWritingARequestIsNoBreach() {
    assertThat(bot.call("sendmessage", "{'method':'sendmessage','chat_id':'11','text':'Hello'}").status())
        .isEqualTo(200);
    assertThat(telegram.violations()).isEmpty();
    assertThat(telegram.sent(CHAT)).hasSize(1);
  }

  @Test
  void aMethodThatDoesNotExistIsNotFound() {
    assertThat(breaks("sendMesage", "{}", "no method sendMesage").status()).isEqualTo(404);
  }

  @Test
  void aParameterThatDoesNotExistIsNotedAndPasses() {
    assertThat(breaks("sendMessage", "{'chat_id':11,'text':'Hello','quiet':true}", "no parameter quiet").status())
        .isEqualTo(200);
  }

  @Test
  void aFieldThatDoesNotExistInsideAnObjectIsNoted() {
    breaks("sendMessage", "{'chat_id':11,'text':'Hello','reply_parameters':{'message_id':1001,'loud':1}}",
        "no parameter loud");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      sendMessage         | {'chat_id':11}                                      | lacks text              | message text is empty
      sendMessage         | {'text':'Hello'}                                    | lacks chat_id           | chat_id is empty
      sendMessage         | {'chat_id':11,'text':'   '}                         | text is blank           | message text is empty
      sendMessage         | {'chat_id':11,'text':'\\u200b\\u2060 '}             | text is blank           | message text is empty
      sendMessage         | {'chat_id':{},'text':'Hello'}                       | chat_id is no id        | can't parse chat_id
      sendMessage         | {'chat_id':11,'text':'Hello','disable_notification':'maybe'} | is no flag     | can't parse disable_notification
      sendMessage         | {'chat_id':11,'text':'half \\ud83d'}                | half a character at 5   | strings must be encoded in UTF-8
      answerCallbackQuery | {}                                                  | lacks callback_query_id | parameter "callback_query_id" is required
      sendMessageDraft    | {'chat_id':11,'draft_id':0,'text':'Hello'}          | draft_id is 0           | draft_id must be non-zero
      setMyCommands       | {'commands':[{'command':'Ask','description':'d'}]}  | Ask is no command       | BOT_COMMAND_INVALID
      setMyCommands       | {'commands':[{'command':'ask','description':''}]}   | description is 0        | BOT_COMMAND_DESCRIPTION_INVALID
      setMyCommands       | {'commands':[],'scope':{'type':'everywhere'}}       | everywhere does not     | can't parse BotCommandScope: unknown type
      setMyCommands       | {'commands':[],'language_code':'en-GB'}             | two letters             | invalid language code specified
      sendChatAction      | {'chat_id':11,'action':'thinking'}                  | no action thinking      | wrong parameter action in request
      setMessageReaction  | {'chat_id':11,'message_id':1001,'reaction':[{'type':'emoji','emoji':'🦆'}]} | known reactions | REACTION_INVALID
      """)
  void aWrongRequestIsRefused(String method, String json, String violation, String description) {
    refuses(method, json, violation, description);
  }

  @Test
  void nulInATextIsNoted() {
    breaks("sendMessage", "{'chat_id':11,'text':'a\\u0000b'}", "holds NUL at 1");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {'type':'bold','offset':0,'length':6}       | beyond the text's 5 units | entity beyond the text's 5 units
      {'type':'bold','offset':-1,'length':2}      | without offset or length  | entity without offset or length
      {'type':'bold','offset':0,'length':0}       | without offset or length  | entity without offset or length
      {'type':'bold','offset':0,'length':4}       | splits a character        | entity splits a character
      {'type':'fat','offset':0,'length':2}        | unknown entity type       | unknown entity type
      {'type':'text_link','offset':0,'length':2}  | text_link without url     | text_link without url
      """)
  void anEntityThatDoesNotFitItsTextIsRefused(String entity, String violation, String description) {
    refuses("sendMessage", "{'chat_id':11,'text':'abc😀','entities':[" + entity + "]}", violation,
        "can't parse entities: " + description);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{'type':'bold','offset':0,'length':3},{'type':'italic','offset':2,'length':3}",
      "{'type':'code','offset':0,'length':3},{'type':'bold','offset':1,'length':1}",
      "{'type':'blockquote','offset':0,'length':5},{'type':'expandable_blockquote','offset':1,'length':2}"})
  void entitiesThatCannotShareLettersAreNoted(String entities) {
    breaks("sendMessage", "{'chat_id':11,'text':'abcde','entities':[" + entities + "]}", "can't overlap");
  }

  @Test
  void entitiesInsideEachOtherAreFine() {
    bot.call("sendMessage", """
        {'chat_id':11,'text':'abcde','entities':[{'type':'expandable_blockquote','offset':0,'length':5},
         {'type':'bold','offset':1,'length':3},{'type':'italic','offset':1,'length':2},
         {'type':'code','offset':4,'length':1}]}""");
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void moreThanAHundredEntitiesAreNoted() {
    String entity = "{'type':'bold','offset':0,'length':1}";
    String many = (entity + ",").repeat(100) + entity;
    bot.call("sendMessage", "{'chat_id':11,'text':'abcde','entities':[" + many + "]}");
    assertThat(telegram.violations().getFirst()).contains("101 entities");
  }

  @Test
  void aTextIsMeasuredInUtf16Units() {
    assertThat(bot.call("sendMessage", "{'chat_id':11,'text':'" + "😀".repeat(2048) + "'}").status()).isEqualTo(200);
    BotClient.Reply reply = bot.call("sendMessage", "{'chat_id':11,'text':'" + "😀".repeat(2048) + "!'}");
    assertThat(reply.description()).isEqualTo("Bad Request: message is too long");
    assertThat(telegram.violations()).hasSize(1).first().asString().contains("text is 4097");
  }

  @Test
  void aButtonsDataIsMeasuredInBytes() {
    String keyboard = "{'chat_id':11,'text':'Hello','reply_markup':{'inline_keyboard':"
        + "[[{'text':'More','callback_data':'%s'}]]}}";
    assertThat(bot.call("sendMessage", keyboard.formatted("я".repeat(32))).status()).isEqualTo(200);
    BotClient.Reply reply = bot.call("sendMessage", keyboard.formatted("я".repeat(32) + "!"));
    assertThat(reply.description()).isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    assertThat(telegram.violations()).hasSize(1).first().asString().contains("callback_data is 65");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {'text':'More'}                                            | exactly one thing
      {'text':'More','callback_data':'m','url':'https://a.test'} | exactly one thing
      {'text':' ','callback_data':'m'}                           | without text
      {'text':'More','callback_data':''}                         | callback_data is 0
      """)
  void aButtonThatCannotBePressedIsRefused(String button, String violation) {
    assertThat(breaks("sendMessage",
        "{'chat_id':11,'text':'Hello','reply_markup':{'inline_keyboard':[[" + button + "]]}}", violation).status())
        .isEqualTo(400);
  }

  @Test
  void aCallbackAnswerHasAtMostTwoHundredUnits() {
    bot.call("sendMessage", "{'chat_id':11,'text':'Hello'}");
    String query = telegram.press(ANNA, telegram.sent(CHAT).getFirst(), "x");
    breaks("answerCallbackQuery", "{'callback_query_id':'" + query + "','text':'" + "a".repeat(201) + "'}",
        "text is 201");
  }

  @Test
  void aCommandsDescriptionHasAtMost256Units() {
    refuses("setMyCommands", "{'commands':[{'command':'ask','description':'" + "a".repeat(257) + "'}]}",
        "description is 257", "BOT_COMMAND_DESCRIPTION_INVALID");
  }

  @Test
  void commandsAreKeptByScopeAndLanguage() {
    bot.call("setMyCommands", "{'commands':[{'command':'ask','description':'Ask'}],'language_code':'ru'}");
    bot.call("setMyCommands",
        "{'commands':[{'command':'reload','description':'Read'}],'scope':{'type':'chat','chat_id':11}}");
    assertThat(telegram.commands()).containsOnlyKeys("default/ru", "chat:11");
    assertThat(bot.call("getMyCommands", "{'scope':{'type':'chat','chat_id':11}}")
        .result()
        .path(0)
        .path("command")
        .asText()).isEqualTo("reload");
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void aDraftOutsideAPrivateChatIsRefused() {
    refuses("sendMessageDraft", "{'chat_id':-22,'draft_id':1,'text':'Hello'}", "not private",
        "drafts can be sent only to private chats");
  }

  @Test
  void aDraftIsSeenAndIsNoMessage() {
    bot.call("sendMessageDraft", "{'chat_id':11,'draft_id':5,'text':'The dep'}");
    bot.call("sendMessageDraft", "{'chat_id':11,'draft_id':5,'text':''}");
    assertThat(telegram.drafts(CHAT)).extracting(ShownDraft::text).containsExactly("The dep", "");
    assertThat(telegram.sent(CHAT)).isEmpty();
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void aRequestThatIsNoJsonIsRefused() {
    breaks("sendMessage", "{'chat_id':", "this is no JSON");
  }

  @Test
  void anotherTokenIsUnauthorized() throws Exception {
    assertThat(bot.get("/bot1:other/getMe").statusCode()).isEqualTo(401);
    telegram.revokeToken();
    assertThat(bot.call("getMe", "{}").status()).isEqualTo(401);
  }
}
