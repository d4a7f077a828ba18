package dev.docent.telegram.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An inbox in maps of a store that one program holds. */
final class MapInbox implements Inbox {
  private static final String OPEN = "inbox";
  private static final String DONE = "done";

  private final Store store;
  private final long bot;
  private final Quarantine aside;

  MapInbox(Store store, long bot) {
    this.store = store;
    this.bot = bot;
    this.aside = new Quarantine(store);
  }

  @Override
  public List<ReceivedUpdate> receive(List<ReceivedUpdate> updates) {
    return store.change(true, s -> {
      var fresh = new ArrayList<ReceivedUpdate>();
      for (ReceivedUpdate update : updates) {
        String key = key(update.update());
        if (s.map(OPEN).get(key) == null && s.map(DONE).get(key) == null) {
          s.map(OPEN).put(key, StoredJson.of(update));
          fresh.add(update);
        }
      }
      return fresh;
    });
  }

  @Override
  public boolean quarantine(long update, String raw) {
    return aside.add(key(update), raw);
  }

  @Override
  public List<ReceivedUpdate> open() {
    return store.read(s -> s.map(OPEN)
        .entries()
        .stream()
        .filter(e -> e.key().startsWith(bot + "/"))
        .flatMap(e -> StoredJson.readable(e.json(), ReceivedUpdate.class).stream())
        .toList());
  }

  @Override
  public Optional<ReceivedUpdate> open(long update) {
    return store.read(s -> Optional.ofNullable(s.map(OPEN).get(key(update))))
        .flatMap(json -> StoredJson.readable(json, ReceivedUpdate.class));
  }

  @Override
  public void change(long update, UnaryOperator<ReceivedUpdate> change) {
    store.change(false, s -> {
      String json = s.map(OPEN).get(key(update));
      if (json != null) {
        StoredJson.readable(json, ReceivedUpdate.class)
            .ifPresent(received -> s.map(OPEN).put(key(update), StoredJson.of(change.apply(received))));
      }
      return json != null;
    });
  }

  @Override
  public void reopen(List<ReceivedUpdate> updates) {
    store.change(true, s -> {
      updates.forEach(update -> {
        s.map(DONE).remove(key(update.update()));
        s.map(OPEN).put(key(update.update()), StoredJson.of(update));
      });
      return updates.size();
    });
  }

  @Override
  public void done(long update) {
    store.change(false, s -> {
      s.map(DONE).put(key(update), Long.toString(Instant.now().getEpochSecond()));
      return s.map(OPEN).remove(key(update)) != null;
    });
  }

  @Override
  public void prune() {
    Instant before = Instant.now().minus(REMEMBERED);
    store.change(false, s -> {
      List<Maps.Entry> old = s.map(DONE)
          .entries()
          .stream()
          .filter(e -> Long.parseLong(e.json()) < before.getEpochSecond())
          .toList();
      old.forEach(e -> s.map(DONE).remove(e.key()));
      return old.size();
    });
    aside.prune(before);
  }

  @Override
  public int forget(long person, long spare) {
    int sent = store.change(true, s -> {
      List<Maps.Entry> theirs = s.map(OPEN)
          .entries()
          .stream()
          .filter(e -> !e.key().equals(key(spare)) && sentBy(person, e.json()))
          .toList();
      theirs.forEach(e -> s.map(OPEN).remove(e.key()));
      return theirs.size();
    });
    return sent + aside.forget(person);
  }

  /** What can't be read may be anybody's. */
  private static boolean sentBy(long person, String json) {
    return StoredJson.readable(json, ReceivedUpdate.class).map(received -> received.by(person)).orElse(true);
  }

  private String key(long update) {
    return bot + "/" + String.format(Locale.ROOT, "%019d", update);
  }
}
