package dev.docent.telegram.reply;

import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.StoreException;
import dev.docent.telegram.store.StoredMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where an update is done with: what its handler wants said is brought, and its entry in the inbox goes.
 * Keeps the failure of one update from everything else. Safe for use by several threads.
 */
public final class Completion {
  private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

  private final Inbox inbox;
  private final DeliverySender deliveries;
  private final ChatQueues queues;
  private final StoredMap<GivenAnswer> answers;
  private final Set<Long> postponed = ConcurrentHashMap.newKeySet();

  public Completion(Inbox inbox, Sender sender, ChatQueues queues, StoredMap<GivenAnswer> answers) {
    this.inbox = inbox;
    this.deliveries = new DeliverySender(inbox, sender);
    this.queues = queues;
    this.answers = answers;
  }

  /** Deals with an update; may fail. */
  @FunctionalInterface
  public interface Handler {
    Reaction handle() throws InterruptedException;
  }

  /** Once all that came before it in the chat is done with. */
  public Reaction inOrder(long chat, long update, Handler handler) {
    queues.put(chat, () -> now(update, handler));
    return Reaction.TAKEN;
  }

  /** At once, in a thread of its own. */
  public Reaction aside(long update, Handler handler) {
    queues.aside(() -> now(update, handler));
    return Reaction.TAKEN;
  }

  /** At once, in this thread. */
  public void now(long update, Handler handler) {
    together(() -> List.of(update), handler);
  }

  /**
   * At once, in this thread. An update that makes its handler fail isn't tried again, for it would fail again. One that
   * only failed because nothing can be written down is tried again when that is over.
   *
   * @param updates what the reaction is to, once it is known; the entry of the first carries what is said
   * @return whether something was said
   */
  public boolean together(Supplier<List<Long>> updates, Handler handler) {
    try {
      return complete(updates, handler.handle());
    } catch (InterruptedException e) {
      // The bot is being stopped; what isn't done is done after the next start.
      Thread.currentThread().interrupt();
    } catch (StoreException e) {
      LOG.error("update {} has to wait: {}", updates.get(), e.getMessage());
      postponed.addAll(updates.get());
    } catch (RuntimeException | Error e) {
      LOG.error("update {} failed", updates.get(), e);
      try {
        done(updates);
      } catch (StoreException again) {
        LOG.error("update {}: {}", updates.get(), again.getMessage());
      }
    }
    return false;
  }

  private boolean complete(Supplier<List<Long>> updates, Reaction reaction) throws InterruptedException {
    return switch (reaction) {
      case Reaction.Say say -> {
        said(say.delivery(), deliveries.deliver(updates.get().getFirst(), say.delivery()));
        done(updates);
        say.then().run();
        yield true;
      }
      case Reaction.Nothing nothing -> {
        done(updates);
        nothing.then().run();
        yield false;
      }
      case Reaction.Taken taken -> false;
    };
  }

  /** An answer's buttons know its messages, in the chat where they came to stand. */
  private void said(Delivery begun, Delivery end) {
    if (end.question() == 0) {
      return;
    }
    List<Integer> messages = end.sent().stream().filter(id -> id > 0).toList();
    String key = GivenAnswer.key(begun.chat(), end.question());
    String moved = GivenAnswer.key(end.chat(), end.question());
    if (key.equals(moved)) {
      // In one go: what somebody has had deleted meanwhile must not come back.
      answers.change(key, a -> a.as(messages));
    } else {
      answers.get(key).ifPresent(a -> answers.put(moved, a.as(messages)));
    }
  }

  private void done(Supplier<List<Long>> updates) {
    updates.get().forEach(inbox::done);
  }

  /** What could not be dealt with for now, in the order in which it came; from now on it isn't kept here any more. */
  public List<Long> takePostponed() {
    List<Long> taken = postponed.stream().sorted().toList();
    taken.forEach(postponed::remove);
    return taken;
  }

  /** It is to be tried again later. */
  public void postpone(List<Long> updates) {
    postponed.addAll(updates);
  }
}
