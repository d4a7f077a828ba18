package dev.docent.telegram.rehearsal.world;

import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.NotSeenException;
import dev.docent.telegram.rehearsal.chat.ShownDraft;
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

/** What can be seen of the bot, and waiting for it. Safe for several threads. */
public class Sight {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TYPING_LASTS = Duration.ofSeconds(6);
  private final World world;

  protected Sight(World world) {
    this.world = world;
  }

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

  /** What the file of a message holds; empty when it has none. */
  public byte[] file(BotMessage message) {
    return world.locked(() -> {
      StoredChat room = world.rooms.get(message.chat().id());
      StoredMessage post = room == null ? null : room.posts.get(message.id());
      ChatFile file = post == null ? null : post.file;
      return file == null ? new byte[0] : file.bytes().clone();
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
      world.journal.happenings().forEach(happening -> {
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
    return world.locked(() -> world.journal.happenings()
        .stream()
        .filter(h -> h.chat().id() == chat.id() && h.chat().topic() == chat.topic())
        .toList());
  }

  /** Calls back with everything that happens, at once and in order; it must be quick. */
  public void watch(Consumer<Happening> watcher) {
    world.locked(() -> world.journal.watch(watcher));
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
    return world.journal.since();
  }

  public List<ApiCall> calls() {
    return world.locked(() -> List.copyOf(world.journal.calls()));
  }

  public List<ApiCall> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /** Each way in which the bot broke a rule, in the order in which it happened. */
  public List<String> violations() {
    return world.locked(() -> List.copyOf(world.journal.violations()));
  }

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
    return world.locked(world.journal.happenings()::size);
  }

  /**
   * Whether the bot has nothing more to do, as far as one can see: all updates are confirmed, all presses answered, no
   * call is under way, no draft, no "typing" and no message that trails off waits for another, and nothing has moved for this time.
   */
  public boolean atRest(Duration quiet) {
    return world.locked(() -> world.queue.size() == 0 && world.journal.quiet().compareTo(quiet) > 0
        && world.presses.values().stream().allMatch(p -> p.answered || p.expired)
        && world.journal.calls().stream().noneMatch(c -> c.status() == 0 && !c.method().equals("getUpdates"))
        && !announced());
  }

  private boolean announced() {
    boolean fresh = world.journal.quiet().compareTo(TYPING_LASTS) < 0;
    Map<Chat, Happening> lasts = new HashMap<>();
    world.journal.happenings().forEach(h -> lasts.put(h.chat(), h));
    return fresh && lasts.values()
        .stream()
        .anyMatch(Happening::announcing);
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
}
