package dev.docent.telegram.sending;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.api.ApiFault;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.text.Styled;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * Calls that keep at it. What may be repeated is repeated for a while; a message is sent again only when it is certain
 * that it isn't there. Safe for use by several threads.
 */
public final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration UNSAID_FLOOD = Duration.ofSeconds(5);
  private static final int REPEATS = 3;

  private final BotApi api;
  private final Pace pace;
  private final CallListener listener;
  private final ReachableChats chats = new ReachableChats();

  public Sender(BotApi api, Pace pace, CallListener listener) {
    this.api = api;
    this.pace = pace;
    this.listener = listener;
  }

  public Pace pace() {
    return pace;
  }

  /** What is known of chats by what became of calls. */
  public ReachableChats chats() {
    return chats;
  }

  private void gone(long chat) {
    if (chats.close(chat)) {
      listener.gone(chat);
    }
  }

  private void moved(long from, long to) {
    if (chats.move(from, to)) {
      listener.moved(from, to);
    }
  }

  /** Sends a new message, or puts it in another's place. Returns when its fate is known as far as it can be. */
  public SendOutcome send(long chat, @Nullable Integer thread, @Nullable Integer replyTo, MessagePart part)
      throws InterruptedException {
    return send(chat, thread, replyTo, part, () -> {});
  }

  /** As above; {@code leaving} is called once, right before the message may leave. */
  public SendOutcome send(long chat, @Nullable Integer thread, @Nullable Integer replyTo, MessagePart part,
      Runnable leaving)
      throws InterruptedException {
    boolean left = false;
    // A group that has moved keeps its old messages, but they can't be edited any more.
    if (part.replaces() != null && chats.now(chat) == chat && !chats.closed(chat)) {
      pace.await(chat);
      leaving.run();
      left = true;
      SendOutcome edited = edit(chat, part.replaces(), part);
      boolean lost = edited instanceof SendOutcome.Refused refused
          && (refused.fault().says("message") || refused.fault().migratedTo() != null);
      if (!lost) {
        return edited;
      }
    }
    var attempt = new Attempt(chats.now(chat), thread, replyTo, part);
    while (attempt.outcome == null) {
      pace.await(attempt.chat);
      if (chats.closed(attempt.chat)) {
        return new SendOutcome.Gone();
      }
      attempt.chat = chats.now(attempt.chat);
      if (!left) {
        leaving.run();
        left = true;
      }
      attempt.once();
    }
    return attempt.outcome;
  }

  /** One message on its way, and what was already tried to get it through. */
  private final class Attempt {
    private long chat;
    private @Nullable Integer thread;
    private final @Nullable Integer replyTo;
    private MessagePart part;
    private int unsent;
    private boolean triedAgain;
    private @Nullable SendOutcome outcome;

    Attempt(long chat, @Nullable Integer thread, @Nullable Integer replyTo, MessagePart part) {
      this.chat = chat;
      this.thread = thread;
      this.replyTo = replyTo;
      this.part = part;
    }

    void once() throws InterruptedException {
      SendMessage call = MethodCalls.message(chat, thread, replyTo, part);
      try {
        int id = id(made(call));
        outcome = id > 0 ? new SendOutcome.There(chat, id) : new SendOutcome.Perhaps(chat);
      } catch (ApiException e) {
        outcome = switch (e.fault()) {
          case ApiFault.NotSent f -> {
            Thread.sleep(pause(unsent++));
            yield null;
          }
          case ApiFault.Unclear f -> {
            LOG.warn("a message may or may not have arrived ({}); it is not sent again", f.words());
            yield new SendOutcome.Perhaps(chat);
          }
          case ApiFault.Refused f -> refused(f);
        };
      }
    }

    private @Nullable SendOutcome refused(ApiFault.Refused f) throws InterruptedException {
      if (f.flood()) {
        flood(chat, f);
        return null;
      }
      if (f.migratedTo() != null && f.migratedTo() != chat) {
        moved(chat, f.migratedTo());
        chat = f.migratedTo();
        return null;
      }
      if (f.gone()) {
        gone(chat);
        return new SendOutcome.Gone();
      }
      if (f.says("thread not found") && thread != null) {
        thread = null;
        return null;
      }
      if (f.says("parse entities") && !part.words().spans().isEmpty()) {
        part = new MessagePart(new Styled(part.words().text(), java.util.List.of()), part.replaces(), part.buttons());
        return null;
      }
      if (f.serverSide() && !triedAgain) {
        triedAgain = true;
        Thread.sleep(pause(0));
        return null;
      }
      LOG.warn("a message was refused: {}", f.words());
      return new SendOutcome.Refused(f);
    }
  }

  private SendOutcome edit(long chat, int message, MessagePart part) throws InterruptedException {
    try {
      repeatable(chat, MethodCalls.edit(chat, message, part));
      return new SendOutcome.There(chat, message);
    } catch (ApiException e) {
      return switch (e.fault()) {
        case ApiFault.Refused f when f.says("not modified") -> new SendOutcome.There(chat, message);
        case ApiFault.Refused f when f.says("parse entities") && !part.words().spans().isEmpty() -> edit(chat, message,
            new MessagePart(new Styled(part.words().text(), java.util.List.of()), message, part.buttons()));
        case ApiFault.Refused f when f.migratedTo() != null -> {
          moved(chat, f.migratedTo());
          yield new SendOutcome.Refused(f);
        }
        case ApiFault.Refused f when f.gone() -> {
          gone(chat);
          yield new SendOutcome.Gone();
        }
        case ApiFault.Refused f -> new SendOutcome.Refused(f);
        case ApiFault.NotSent f -> new SendOutcome.Perhaps(chat);
        case ApiFault.Unclear f -> new SendOutcome.Perhaps(chat);
      };
    }
  }

  /** Makes a call that does no harm when it is made twice, several times if need be. */
  public JsonNode repeatable(long chat, BotApiMethod<?> call) throws ApiException, InterruptedException {
    for (int tries = 0;; tries++) {
      try {
        return made(call);
      } catch (ApiException e) {
        boolean flood = e.fault() instanceof ApiFault.Refused f && f.flood();
        boolean passing = !(e.fault() instanceof ApiFault.Refused f) || f.serverSide();
        if (flood && e.fault() instanceof ApiFault.Refused f) {
          flood(chat, f);
          pace.await(chat);
        } else if (!passing || tries >= REPEATS) {
          throw e;
        } else {
          Thread.sleep(pause(tries));
        }
      }
    }
  }

  /** Makes a call once that nobody misses if it fails; a flood it causes is heeded. Returns whether it worked. */
  public boolean tryOnce(long chat, BotApiMethod<?> call) throws InterruptedException, ApiException {
    try {
      made(call);
      return true;
    } catch (ApiException e) {
      if (e.fault() instanceof ApiFault.Refused f) {
        if (f.flood()) {
          flood(chat, f);
          return false;
        }
        if (f.says("not modified")) {
          return true;
        }
        if (f.gone()) {
          gone(chat);
        }
        if (f.migratedTo() != null) {
          moved(chat, f.migratedTo());
        }
        throw e;
      }
      return false;
    }
  }

  /** Sends a message once; its id, or null when there was a flood or no connection. */
  @Nullable
  Integer tryMessage(SendMessage call) throws ApiException, InterruptedException {
    try {
      int id = id(made(call));
      if (id > 0) {
        return id;
      }
      throw new ApiException(call.getMethod(), new ApiFault.Unclear("it was sent under a number that can't be read"));
    } catch (ApiException e) {
      if (e.fault() instanceof ApiFault.Refused f && f.flood()) {
        flood(Long.parseLong(call.getChatId()), f);
        return null;
      }
      if (e.fault() instanceof ApiFault.NotSent) {
        return null;
      }
      if (e.fault() instanceof ApiFault.Refused f && f.gone()) {
        gone(Long.parseLong(call.getChatId()));
      }
      throw e;
    }
  }

  /** What a sent message is known by; 0 when that can't be read: then it is there, but can't be changed any more. */
  private static int id(JsonNode sent) {
    JsonNode id = sent.path("message_id");
    return id.isNumber() && id.canConvertToInt() ? id.asInt() : 0;
  }

  private JsonNode made(BotApiMethod<?> call) throws ApiException, InterruptedException {
    long began = System.nanoTime();
    try {
      JsonNode result = api.call(call);
      listener.called(call.getMethod(), "ok", System.nanoTime() - began);
      return result;
    } catch (ApiException e) {
      listener.called(call.getMethod(), outcome(e.fault()), System.nanoTime() - began);
      throw e;
    }
  }

  private static String outcome(ApiFault fault) {
    return switch (fault) {
      case ApiFault.NotSent f -> "not-sent";
      case ApiFault.Unclear f -> "unclear";
      case ApiFault.Refused f -> Integer.toString(f.code());
    };
  }

  private void flood(long chat, ApiFault.Refused fault) {
    Duration wait = fault.retryAfter() == null ? UNSAID_FLOOD : fault.retryAfter();
    LOG.info("Telegram asks to leave chat {} alone for {} s", chat, wait.toSeconds());
    pace.flood(chat, wait);
    listener.flooded(wait);
  }

  private static Duration pause(int tries) {
    Duration doubled = Duration.ofMillis(500L << Math.min(tries, 7));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
