package dev.docent.telegram.rehearsal;

import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.chat.UserMessage;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import dev.docent.telegram.rehearsal.rules.FloodLimits;
import dev.docent.telegram.rehearsal.server.ApiServer;
import dev.docent.telegram.rehearsal.server.Faults;
import dev.docent.telegram.rehearsal.server.Requests;
import dev.docent.telegram.rehearsal.world.ChatEvents;
import dev.docent.telegram.rehearsal.world.UserActions;
import dev.docent.telegram.rehearsal.world.Sight;
import dev.docent.telegram.rehearsal.world.World;
import java.net.URI;
import java.time.Duration;

/**
 * A Bot API server on the loopback address, as strict as Telegram and able to misbehave. People speak through its
 * methods; a bot is pointed at {@link #baseUrl} with {@link #token}. Every request that breaks a rule is in
 * {@link #violations}, answered as Telegram answers it. Safe for several threads; {@link #close} ends the server and
 * every connection.
 */
public final class FakeTelegram extends Sight implements AutoCloseable {
  private static final String TOKEN = World.BOT.id() + ":RehearsalRehearsalRehearsalRehearsa";
  private final World world;
  private final UserActions people;
  private final ChatEvents chats;
  private final Faults faults = new Faults();
  private final ApiServer server;

  private FakeTelegram(World world, FloodLimits limits) {
    super(world);
    this.world = world;
    people = new UserActions(world);
    chats = new ChatEvents(world, people);
    server = new ApiServer(world, new Requests(world, limits), faults, TOKEN);
  }

  public static FakeTelegram start() {
    return start(FloodLimits.telegram());
  }

  public static FakeTelegram start(FloodLimits limits) {
    return new FakeTelegram(new World(), limits);
  }

  /** Without a slash at its end. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  public String token() {
    return TOKEN;
  }

  /** The bot as people see it. */
  public TelegramUser bot() {
    return World.BOT;
  }

  public Faults faults() {
    return faults;
  }

  // ---- What people do ----------------------------------------------------------------------------------------------

  public UserMessage say(TelegramUser person, Chat chat, String text) {
    return people.say(person, chat, text);
  }

  /** In answer to a message of the bot. */
  public UserMessage reply(TelegramUser person, BotMessage to, String text) {
    return people.reply(person, to.chat(), to.id(), text);
  }

  /** In answer to a person's message. */
  public UserMessage reply(TelegramUser person, UserMessage to, String text) {
    return people.reply(person, to.chat(), to.id(), text);
  }

  /** Changes what the person wrote. */
  public UserMessage edit(UserMessage message, String text) {
    return people.edit(message, text);
  }

  public UserMessage upload(TelegramUser person, Chat chat, String name, String mime, byte[] bytes) {
    return upload(person, chat, name, mime, bytes, bytes.length, "");
  }

  /** A file with a caption; its size is what Telegram says about it, below 0 when it says nothing. */
  public UserMessage upload(TelegramUser person, Chat chat, String name, String mime, byte[] bytes, long size,
      String caption) {
    return people.upload(person, chat, name, mime, bytes, size, caption);
  }

  /** A message that is more or other than text; the object's fields go into it: a voice, a sticker, an origin. */
  public UserMessage send(TelegramUser person, Chat chat, String text, String fields) {
    return people.send(person, chat, text, ApiJson.parseObject(fields));
  }

  /** Presses a button; the query's id. */
  public String press(TelegramUser person, BotMessage message, String callbackData) {
    return press(person, message.chat(), message.id(), callbackData);
  }

  /** Presses a button of a message that may be long gone: then the bot is told its number only. */
  public String press(TelegramUser person, Chat chat, int messageId, String callbackData) {
    return people.press(person, chat, messageId, callbackData);
  }

  /** From now on it is too late to answer what was pressed so far. */
  public void expirePresses() {
    world.expirePresses();
  }

  /** Any update; it gets an {@code update_id} unless it has one. The id it has. */
  public long raw(String updateJson) {
    return world.raw(ApiJson.parseObject(updateJson));
  }

  /** A person removes a message of the bot. */
  public void delete(BotMessage message) {
    people.delete(message);
  }

  // ---- What becomes of chats ---------------------------------------------------------------------------------------

  /** The chat is there, though nobody has written in it. */
  public void open(Chat chat) {
    chats.open(chat);
  }

  /** The topic is gone. */
  public void removeTopic(Chat topic) {
    chats.removeTopic(topic);
  }

  /** The group becomes a supergroup with an id of its own, and the bot is told. */
  public Chat migrate(Chat group, TelegramUser by) {
    return chats.migrate(group, by);
  }

  /** The person blocks the bot, and it is told. */
  public void block(TelegramUser person) {
    chats.shut(person, person.privateChat(), true);
  }

  public void unblock(TelegramUser person) {
    chats.shut(person, person.privateChat(), false);
  }

  /** The bot is thrown out of the group, and it is told. */
  public void kick(Chat chat, TelegramUser by) {
    chats.shut(by, chat, true);
  }

  /** The bot comes into the group, and is told, unless it is there already. */
  public void invite(Chat chat, TelegramUser by) {
    chats.invite(chat, by);
  }

  /** Makes somebody an administrator of the chat; the bot itself too. */
  public void promote(TelegramUser person, Chat chat) {
    chats.promote(person, chat);
  }

  /** Whether a group's messages reach the bot only when they are meant for it. On at first, as with Telegram. */
  public void privacy(boolean on) {
    world.privacy(on);
  }

  // ---- What becomes of Telegram ------------------------------------------------------------------------------------

  /** Connections are refused, and what people say is kept. */
  public void down() {
    server.down();
  }

  public void up() {
    server.up();
  }

  /** The token is no longer accepted. */
  public void revokeToken() {
    server.token("revoked");
  }

  /** Somebody set a webhook; empty takes it away. */
  public void webhook(String url) {
    world.webhook(url);
  }

  /** A week without updates: the next {@code update_id} is a lower one. */
  public void idleWeek() {
    world.idleWeek();
  }

  /** What is said from now on bears a date as far from today. */
  public void shiftDates(Duration shift) {
    world.shiftDates(shift);
  }

  @Override
  public void close() {
    server.close();
  }
}
