package dev.docent.telegram.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.ShownDraft;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.chat.UserMessage;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import dev.docent.telegram.rehearsal.rules.FloodLimits;
import dev.docent.telegram.rehearsal.server.ApiServer;
import dev.docent.telegram.rehearsal.server.Faults;
import dev.docent.telegram.rehearsal.server.Requests;
import dev.docent.telegram.rehearsal.world.ApiCall;
import dev.docent.telegram.rehearsal.world.ChatFile;
import dev.docent.telegram.rehearsal.world.People;
import dev.docent.telegram.rehearsal.world.StoredChat;
import dev.docent.telegram.rehearsal.world.StoredMessage;
import dev.docent.telegram.rehearsal.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A Bot API server on the loopback address, as strict as Telegram and able to misbehave. People speak through its
 * methods; a bot is pointed at {@link #baseUrl} with {@link #token}. Every request that breaks a rule is in
 * {@link #violations}, answered as Telegram answers it. Safe for several threads; {@link #close} ends the server and
 * every connection.
 */
public final class FakeTelegram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TYPING_LASTS = Duration.ofSeconds(6);
  private static final String TOKEN = World.BOT.id() + ":RehearsalRehearsalRehearsalRehearsa";
  private final World world = new World();
  private final People people = new People(world);
  private final Faults faults = new Faults();
  private final ApiServer server;

  private FakeTelegram(FloodLimits limits) {
    server = new ApiServer(world, new Requests(world, limits), faults, TOKEN);
  }

  public static FakeTelegram start() {
    return start(FloodLimits.telegram());
  }

  public static FakeTelegram start(FloodLimits limits) {
    return new FakeTelegram(limits);
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
    return tell(() -> people.write(person, chat, text));
  }

  /** In answer to a message of the bot. */
  public UserMessage reply(TelegramUser person, BotMessage to, String text) {
    return tell(() -> {
      StoredMessage post = people.write(person, to.chat(), text);
      post.replyTo = to.id();
      return post;
    });
  }

  /** In answer to a person's message. */
  public UserMessage reply(TelegramUser person, UserMessage to, String text) {
    return tell(() -> {
      StoredMessage post = people.write(person, to.chat(), text);
      post.replyTo = to.id();
      return post;
    });
  }

  /** Changes what the person wrote. */
  public UserMessage edit(UserMessage message, String text) {
    return tell(() -> people.edit(message, text));
  }

  public UserMessage upload(TelegramUser person, Chat chat, String name, String mime, byte[] bytes) {
    return upload(person, chat, name, mime, bytes, bytes.length, "");
  }

  /** A file with a caption; its size is what Telegram says about it, below 0 when it says nothing. */
  public UserMessage upload(TelegramUser person, Chat chat, String name, String mime, byte[] bytes, long size,
      String caption) {
    return tell(() -> {
      StoredMessage post = people.write(person, chat, caption);
      ChatFile file = new ChatFile("file" + world.files.size(), name, mime, bytes.clone(), size);
      world.files.put(file.id(), file);
      post.file = file;
      return post;
    });
  }

  /** A message that is more or other than text; the object's fields go into it: a voice, a sticker, an origin. */
  public UserMessage send(TelegramUser person, Chat chat, String text, String fields) {
    ObjectNode extra = ApiJson.parseObject(fields);
    return tell(() -> {
      StoredMessage post = people.write(person, chat, text);
      post.extra.setAll(extra);
      return post;
    });
  }

  /** Presses a button; the query's id. */
  public String press(TelegramUser person, BotMessage message, String callbackData) {
    return press(person, message.chat(), message.id(), callbackData);
  }

  /** Presses a button of a message that may be long gone: then the bot is told its number only. */
  public String press(TelegramUser person, Chat chat, int messageId, String callbackData) {
    return world.locked(() -> people.press(person, chat, messageId, callbackData));
  }

  /** From now on it is too late to answer what was pressed so far. */
  public void expirePresses() {
    world.locked(() -> world.presses.values().forEach(press -> press.expired = true));
  }

  /** Any update; it gets an {@code update_id} unless it has one. The id it has. */
  public long raw(String updateJson) {
    ObjectNode update = ApiJson.parseObject(updateJson);
    return world.locked(() -> world.queue.addRaw(update));
  }

  /** A person removes a message of the bot. */
  public void delete(BotMessage message) {
    world.locked(() -> people.post(message.chat(), message.id()).deleted = true);
  }

  // ---- What becomes of chats ---------------------------------------------------------------------------------------

  /** The chat is there, though nobody has written in it. */
  public void open(Chat chat) {
    world.locked(() -> world.room(chat));
  }

  /** The topic is gone. */
  public void removeTopic(Chat topic) {
    world.locked(() -> world.room(topic).topics.remove(topic.topic()));
  }

  /** The group becomes a supergroup with an id of its own, and the bot is told. */
  public Chat migrate(Chat group, TelegramUser by) {
    Chat supergroup = Chat.supergroup(-1_000_000_000_000L + group.id(), group.title());
    return world.locked(() -> {
      StoredMessage before = people.write(by, group, "");
      before.extra.put("migrate_to_chat_id", supergroup.id());
      people.tell(before);
      StoredMessage after = people.write(by, supergroup, "");
      after.extra.put("migrate_from_chat_id", group.id());
      people.tell(after);
      world.room(group).migratedTo = supergroup.id();
      return supergroup;
    });
  }

  /** The person blocks the bot, and it is told. */
  public void block(TelegramUser person) {
    shut(person, person.privateChat(), true);
  }

  public void unblock(TelegramUser person) {
    shut(person, person.privateChat(), false);
  }

  /** The bot is thrown out of the group, and it is told. */
  public void kick(Chat chat, TelegramUser by) {
    shut(by, chat, true);
  }

  private void shut(TelegramUser by, Chat chat, boolean shut) {
    world.locked(() -> {
      StoredChat room = world.room(chat);
      people.membership(by, room, shut ? "member" : "kicked", shut ? "kicked" : "member");
      room.shut = shut;
      room.told = 0;
    });
  }

  /** The bot comes into the group, and is told, unless it is there already. */
  public void invite(Chat chat, TelegramUser by) {
    world.locked(() -> {
      world.people.put(by.id(), by);
      boolean known = world.rooms.containsKey(chat.id()) && !world.room(chat).shut;
      StoredChat room = world.room(chat);
      room.shut = false;
      room.told = 0;
      if (!known) {
        people.membership(by, room, "left", "member");
      }
    });
  }

  /** Makes somebody an administrator of the chat; the bot itself too. */
  public void promote(TelegramUser person, Chat chat) {
    world.locked(() -> {
      world.people.put(person.id(), person);
      world.room(chat).admins.add(person.id());
    });
  }

  /** Whether a group's messages reach the bot only when they are meant for it. On at first, as with Telegram. */
  public void privacy(boolean on) {
    world.locked(() -> world.readsAll = !on);
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
    world.locked(() -> world.webhook = url);
  }

  /** A week without updates: the next {@code update_id} is a lower one. */
  public void idleWeek() {
    world.locked(world.queue::idleWeek);
  }

  /** What is said from now on bears a date as far from today. */
  public void shiftDates(Duration shift) {
    world.locked(() -> world.shift = shift);
  }

  // ---- What can be seen --------------------------------------------------------------------------------------------

  /** The bot's messages in the chat, in its topic if it has one, as they stand now. */
  public List<BotMessage> sent(Chat chat) {
    return world.locked(() -> {
      StoredChat room = world.rooms.get(chat.id());
      Collection<StoredMessage> posts = room == null ? List.of() : room.posts.values();
      return posts.stream()
          .filter(p -> p.from.equals(World.BOT) && !p.deleted && p.chat.topic() == chat.topic())
          .map(StoredMessage::sent)
          .toList();
    });
  }

  /** Every draft in the chat, in the order in which they were shown. */
  public List<ShownDraft> drafts(Chat chat) {
    return happenings(chat).stream()
        .filter(Happening.Drafted.class::isInstance)
        .map(h -> ((Happening.Drafted) h).draft())
        .toList();
  }

  /** The drafts that no message followed: what they showed is lost to the reader after half a minute. */
  public List<ShownDraft> unfinishedDrafts() {
    return world.locked(() -> {
      Map<Chat, ShownDraft> open = new LinkedHashMap<>();
      world.happenings.forEach(happening -> {
        if (happening instanceof Happening.Drafted drafted) {
          open.put(drafted.chat(), drafted.draft());
        } else if (happening instanceof Happening.Wrote) {
          open.remove(happening.chat());
        }
      });
      return List.copyOf(open.values());
    });
  }

  /** "typing" and its like. */
  public List<String> actions(Chat chat) {
    return happenings(chat).stream()
        .filter(Happening.Acted.class::isInstance)
        .map(h -> ((Happening.Acted) h).action())
        .toList();
  }

  /** All that could be seen in the chat, in its order. */
  public List<Happening> happenings(Chat chat) {
    return world.locked(() -> world.happenings.stream()
        .filter(h -> h.chat().id() == chat.id() && h.chat().topic() == chat.topic())
        .toList());
  }

  /** Calls back with everything that happens, at once and in order; it must be quick. */
  public void watch(Consumer<Happening> watcher) {
    world.watch(watcher);
  }

  /** The command lists by scope: {@code default}, {@code chat:5}, {@code default/ru}; a line for each command. */
  public Map<String, List<String>> commands() {
    return world.locked(() -> Map.copyOf(world.commands));
  }

  /** The ids of the queries that nobody has answered. */
  public List<String> unansweredPresses() {
    return world.locked(() -> world.presses.values().stream().filter(p -> !p.answered).map(p -> p.id).toList());
  }

  /** How many updates the bot has not confirmed. */
  public int pending() {
    return world.locked(world.queue::size);
  }

  /** Time since the server's start, as in {@link ApiCall#since}. */
  public Duration elapsed() {
    return world.since();
  }

  public List<ApiCall> calls() {
    return world.locked(() -> List.copyOf(world.calls));
  }

  public List<ApiCall> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /** Each way in which the bot broke a rule, in the order in which it happened. */
  public List<String> violations() {
    return world.locked(() -> List.copyOf(world.violations));
  }

  // ---- Waiting -----------------------------------------------------------------------------------------------------

  /** Waits until the condition holds. It may call this object. */
  public void await(String what, Duration limit, BooleanSupplier condition) {
    try {
      if (!world.await(condition, limit)) {
        throw new NotSeenException(what + " did not come within " + limit.toMillis() + " ms; violations " + violations()
            + "; last calls " + lastCalls());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotSeenException(what + ": the wait was interrupted");
    }
  }

  /** The first message of the bot in the chat that is as wanted, as soon as there is one. */
  public BotMessage await(Chat chat, Duration limit, Predicate<BotMessage> wanted) {
    List<BotMessage> found = new ArrayList<>();
    await("the message in " + chat.title() + ", which shows " + texts(chat), limit, () -> {
      found.clear();
      sent(chat).stream().filter(wanted).forEach(found::add);
      return !found.isEmpty();
    });
    return Objects.requireNonNull(found.getFirst());
  }

  /** As with half a minute, which only a failure takes. */
  public BotMessage await(Chat chat, Predicate<BotMessage> wanted) {
    return await(chat, PATIENCE, wanted);
  }

  /** The bot's messages in the chat, as soon as there are as many. */
  public List<BotMessage> await(Chat chat, int count) {
    await(count + " messages in " + chat.title(), PATIENCE, () -> sent(chat).size() >= count);
    return sent(chat);
  }

  /** How much has happened in all chats. */
  public long happened() {
    return world.locked(world.happenings::size);
  }

  /**
   * Whether the bot has nothing more to do, as far as one can see: all updates are confirmed, all presses answered, no
   * call is under way, no draft and no "typing" waits for its message, and nothing has moved for this time.
   */
  public boolean atRest(Duration quiet) {
    return world.locked(() -> world.queue.size() == 0 && System.nanoTime() - world.lastActivity > quiet.toNanos()
        && world.presses.values().stream().allMatch(p -> p.answered || p.expired)
        && world.calls.stream().noneMatch(c -> c.status() == 0 && !c.method().equals("getUpdates")) && !announced());
  }

  private boolean announced() {
    boolean fresh = System.nanoTime() - world.lastActivity < TYPING_LASTS.toNanos();
    Map<Chat, Happening> lasts = new HashMap<>();
    world.happenings.forEach(h -> lasts.put(h.chat(), h));
    return fresh && lasts.values()
        .stream()
        .anyMatch(h -> h instanceof Happening.Acted || h instanceof Happening.Drafted);
  }

  private List<String> texts(Chat chat) {
    return sent(chat).stream().map(BotMessage::text).toList();
  }

  private List<String> lastCalls() {
    List<ApiCall> calls = calls();
    return calls.subList(Math.max(0, calls.size() - 12), calls.size())
        .stream()
        .map(c -> c.method() + " " + c.parameters() + " -> " + c.status())
        .toList();
  }

  private UserMessage tell(Supplier<StoredMessage> writing) {
    return world.locked(() -> {
      StoredMessage post = writing.get();
      people.tell(post);
      return new UserMessage(post.chat, post.id, post.from, post.text);
    });
  }

  @Override
  public void close() {
    server.close();
  }
}
