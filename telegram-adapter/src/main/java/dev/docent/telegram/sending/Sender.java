package dev.docent.telegram.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.api.ApiFault;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.api.FileMessage;
import dev.docent.telegram.sending.Call.Effort;
import dev.docent.telegram.store.MessagePart;
import java.util.Optional;
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
  /** What Telegram says where it is known already that nothing can be said. */
  private static final ApiFault CLOSED = new ApiFault.Refused(403, "the chat is closed to the bot", null, null);

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

  /** Sends a new message, or puts it in another's place. Returns when its fate is known as far as it can be. */
  public SendOutcome send(long chat, @Nullable Integer thread, @Nullable Integer replyTo, MessagePart part)
      throws InterruptedException {
    return send(chat, thread, replyTo, part, () -> {});
  }

  /** As above; {@code leaving} is called once, right before the message may leave. */
  public SendOutcome send(long chat, @Nullable Integer thread, @Nullable Integer replyTo, MessagePart part,
      Runnable leaving)
      throws InterruptedException {
    Integer there = part.replaces();
    // A group that has moved keeps its old messages, but they can't be edited any more.
    if (there == null || chats.now(chat) != chat || chats.closed(chat)) {
      return sent(Call.message(chats.now(chat), thread, replyTo, part), 0, leaving);
    }
    SendOutcome edited = sent(Call.edit(chat, there, part), there, leaving);
    boolean lost = edited instanceof SendOutcome.Refused refused
        && (refused.fault().says("message") || refused.fault().migratedTo() != null);
    return lost ? sent(Call.message(chats.now(chat), thread, replyTo, part), 0, () -> {}) : edited;
  }

  /** Sends a file as a message of its own. Returns when its fate is known as far as it can be. */
  public SendOutcome file(long chat, @Nullable Integer thread, @Nullable Integer replyTo, FileMessage.Content file)
      throws InterruptedException {
    return sent(Call.file(chats.now(chat), thread, replyTo, file), 0, () -> {});
  }

  /** @param there the message it goes into; 0 for a new one */
  private SendOutcome sent(Call call, int there, Runnable leaving) throws InterruptedException {
    try {
      JsonNode sent = make(call, leaving);
      int id = there == 0 ? id(sent) : there;
      long chat = chats.now(call.chat());
      return id > 0 ? new SendOutcome.There(chat, id) : new SendOutcome.Perhaps(chat);
    } catch (ApiException e) {
      if (there == 0) {
        LOG.warn("a message is not sent again, whatever became of it: {}", e.getMessage());
      }
      return switch (e.fault()) {
        case ApiFault.NotSent f -> new SendOutcome.Perhaps(chats.now(call.chat()));
        case ApiFault.Unclear f -> new SendOutcome.Perhaps(chats.now(call.chat()));
        case ApiFault.Refused f -> f.gone() ? new SendOutcome.Gone() : new SendOutcome.Refused(f);
      };
    }
  }

  /** Makes a call that does no harm when it is made twice, several times if need be. */
  public JsonNode repeatable(long chat, BotApiMethod<?> call) throws ApiException, InterruptedException {
    return make(Call.of(Effort.REPEATED, chat, call), () -> {});
  }

  /** Makes a call once that nobody misses if it fails; a flood it causes is heeded. Returns whether it worked. */
  public boolean tryOnce(long chat, BotApiMethod<?> call) throws InterruptedException, ApiException {
    try {
      make(Call.of(Effort.ONCE, chat, call), () -> {});
      return true;
    } catch (ApiException e) {
      if (e.fault() instanceof ApiFault.Refused f && !f.flood()) {
        throw e;
      }
      return false;
    }
  }

  /** Sends a message once; its id, or null when there was a flood or no connection. */
  @Nullable
  Integer tryMessage(SendMessage call) throws ApiException, InterruptedException {
    try {
      int id = id(make(Call.of(Effort.ONCE, Long.parseLong(call.getChatId()), call), () -> {}));
      if (id > 0) {
        return id;
      }
      throw new ApiException(call.getMethod(), new ApiFault.Unclear("it was sent under a number that can't be read"));
    } catch (ApiException e) {
      if (e.fault() instanceof ApiFault.NotSent || e.fault() instanceof ApiFault.Refused f && f.flood()) {
        return null;
      }
      throw e;
    }
  }

  /** Makes a call as often as it is worth. */
  private JsonNode make(Call wanted, Runnable leaving) throws ApiException, InterruptedException {
    Call call = wanted;
    for (boolean left = false;; left = true) {
      if (call.effort().paced()) {
        pace.await(call.chat());
      }
      if (call.effort() == Effort.MESSAGE) {
        if (chats.closed(call.chat())) {
          throw new ApiException("sendMessage", CLOSED);
        }
        call = call.in(chats.now(call.chat()));
      }
      if (!left) {
        leaving.run();
      }
      try {
        return made(call.written());
      } catch (ApiException e) {
        Optional<Call> next = next(call, e);
        if (next.isEmpty()) {
          return MissingNode.getInstance();
        }
        call = next.get();
      }
    }
  }

  /**
   * Does about what went wrong what can be done; returns what is to be called next, empty when all is well as it is.
   *
   * @throws ApiException the same, when the call is given up
   */
  private Optional<Call> next(Call call, ApiException e) throws ApiException, InterruptedException {
    switch (Remedy.of(e.fault(), call)) {
      case Remedy.Again again -> {
        Thread.sleep(again.pause());
        return Optional.of(again.call());
      }
      case Remedy.Wait wait -> {
        LOG.info("Telegram asks to leave chat {} alone for {} s", call.chat(), wait.time().toSeconds());
        pace.flood(call.chat(), wait.time());
        listener.flooded(wait.time());
        if (!wait.again()) {
          throw e;
        }
        if (!call.effort().paced()) {
          pace.await(call.chat());
        }
        return Optional.of(call);
      }
      case Remedy.Move move -> {
        if (chats.move(call.chat(), move.to())) {
          listener.moved(call.chat(), move.to());
        }
        if (!move.again()) {
          throw e;
        }
        return Optional.of(call.in(move.to()));
      }
      case Remedy.Leave leave -> {
        if (chats.close(call.chat())) {
          listener.gone(call.chat());
        }
        throw e;
      }
      case Remedy.Settled settled -> {
        return Optional.empty();
      }
      case Remedy.GiveUp giveUp -> throw e;
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
}
