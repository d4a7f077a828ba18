package dev.docent.telegram.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The updates of one bot from their receipt until they are done with, each once however often it comes. What is done is
 * forgotten but for its number, which is kept as long as Telegram might send it again.
 */
public final class Inbox {
  /** Telegram keeps updates for a day. */
  private static final Duration REMEMBERED = Duration.ofHours(48);
  private static final int QUARANTINED = 100;
  private static final String OPEN = "inbox";
  private static final String DONE = "done";
  private static final String BAD = "quarantine";

  private final Store store;
  private final long bot;

  public Inbox(Store store, long bot) {
    this.store = store;
    this.bot = bot;
  }

  /**
   * Writes down what is new, to last through a loss of power; returns that in the order given.
   *
   * @throws StoreException when it can't be written; nothing may then be confirmed to Telegram
   */
  public List<ReceivedUpdate> receive(List<ReceivedUpdate> updates) {
    return store.change(true, s -> {
      var fresh = new ArrayList<ReceivedUpdate>();
      for (ReceivedUpdate update : updates) {
        String key = key(update.update());
        if (!map(s, OPEN).containsKey(key) && !map(s, DONE).containsKey(key)) {
          map(s, OPEN).put(key, Store.json(update));
          fresh.add(update);
        }
      }
      return fresh;
    });
  }

  /** Sets aside what can't be understood; the newest are kept to be looked at. Returns whether it is new. */
  public boolean quarantine(long update, String raw) {
    return store.change(true, s -> {
      MVMap<String, String> bad = map(s, BAD);
      boolean fresh = bad.put(key(update), Instant.now().getEpochSecond() + " " + raw) == null;
      while (bad.size() > QUARANTINED) {
        bad.remove(bad.firstKey());
      }
      return fresh;
    });
  }

  /** What is not yet done with, oldest first. */
  public List<ReceivedUpdate> open() {
    return store.read(s -> map(s, OPEN).entrySet()
        .stream()
        .filter(e -> e.getKey().startsWith(bot + "/"))
        .flatMap(e -> Store.readable(e.getValue(), ReceivedUpdate.class).stream())
        .toList());
  }

  public Optional<ReceivedUpdate> open(long update) {
    return store.read(s -> Optional.ofNullable(map(s, OPEN).get(key(update))))
        .flatMap(json -> Store.readable(json, ReceivedUpdate.class));
  }

  /** Notes what is being said in answer, and how far that has come. */
  public void note(long update, Delivery delivery) {
    change(update, received -> received.with(delivery));
  }

  /** Notes a message that was sent ahead of the answer. */
  public void preview(long update, int message) {
    change(update, received -> {
      var previews = new ArrayList<>(received.previews());
      previews.add(message);
      return received.with(previews);
    });
  }

  private void change(long update, UnaryOperator<ReceivedUpdate> change) {
    store.change(false, s -> {
      String json = map(s, OPEN).get(key(update));
      if (json != null) {
        Store.readable(json, ReceivedUpdate.class)
            .ifPresent(received -> map(s, OPEN).put(key(update), Store.json(change.apply(received))));
      }
      return json != null;
    });
  }

  /** What was done with is to be dealt with once more, in one go with whatever else belongs to it. */
  public void reopen(List<ReceivedUpdate> updates) {
    store.change(true, s -> {
      updates.forEach(update -> {
        map(s, DONE).remove(key(update.update()));
        map(s, OPEN).put(key(update.update()), Store.json(update));
      });
      return updates.size();
    });
  }

  /** Done with: its content is forgotten. */
  public void done(long update) {
    store.change(false, s -> {
      map(s, DONE).put(key(update), Long.toString(Instant.now().getEpochSecond()));
      return map(s, OPEN).remove(key(update)) != null;
    });
  }

  /** Forgets the numbers that Telegram can't send again, and what was set aside as long ago. */
  public void prune() {
    long before = Instant.now().minus(REMEMBERED).getEpochSecond();
    store.change(false, s -> {
      MVMap<String, String> done = map(s, DONE);
      List<String> old = done.entrySet()
          .stream()
          .filter(e -> Long.parseLong(e.getValue()) < before)
          .map(e -> e.getKey())
          .toList();
      old.forEach(done::remove);
      MVMap<String, String> bad = map(s, BAD);
      bad.entrySet()
          .stream()
          .filter(e -> Long.parseLong(e.getValue().substring(0, e.getValue().indexOf(' '))) < before)
          .map(e -> e.getKey())
          .toList()
          .forEach(bad::remove);
      return old.size();
    });
  }

  /**
   * Forgets what a person sent, and what was set aside and names them; returns how much that was.
   *
   * @param spare an update that stays
   */
  public int forget(long person, long spare) {
    return store.change(true, s -> {
      List<String> sent = map(s, OPEN).entrySet()
          .stream()
          .filter(e -> !e.getKey().equals(key(spare)) && sentBy(person, e.getValue()))
          .map(e -> e.getKey())
          .toList();
      sent.forEach(map(s, OPEN)::remove);
      String names = "(?s).*(?<!\\d)" + person + "(?!\\d).*";
      List<String> aside = map(s, BAD).entrySet()
          .stream()
          .filter(e -> e.getValue().matches(names))
          .map(e -> e.getKey())
          .toList();
      aside.forEach(map(s, BAD)::remove);
      return sent.size() + aside.size();
    });
  }

  /** What can't be read may be anybody's. */
  private static boolean sentBy(long person, String json) {
    JsonNode update = Store.tree(Store.readable(json, ReceivedUpdate.class).map(ReceivedUpdate::raw).orElse(""));
    if (!update.isObject()) {
      return true;
    }
    for (JsonNode kind : update) {
      if (kind.path("from").path("id").asLong() == person || kind.path("sender_chat").path("id").asLong() == person
          || kind.path("chat").path("id").asLong() == person) {
        return true;
      }
    }
    return false;
  }

  private static MVMap<String, String> map(MVStore store, String name) {
    return Store.map(store, name);
  }

  private String key(long update) {
    return bot + "/" + String.format(Locale.ROOT, "%019d", update);
  }
}
