package dev.docent.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.Maps;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.Styled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, wherever it keeps things. */
abstract class StoreContract {
  static final long BOT = 7;
  private Store store;

  /** The store of this test, the same each time. */
  abstract Store open();

  @BeforeEach
  void begin() {
    store = open();
  }

  @AfterEach
  void end() {
    store.close();
  }

  private void again() {
    store.close();
    store = open();
  }

  static ReceivedUpdate update(long id) {
    return said(id, 5, "words");
  }

  static ReceivedUpdate said(long id, long chat, String text) {
    return ReceivedUpdate.now(id,
        "{\"update_id\":" + id + ",\"message\":{\"chat\":{\"id\":" + chat + "},\"from\":{\"id\":"
            + chat + "},\"text\":\"" + text + "\"}}",
        false);
  }

  static List<Long> ids(List<ReceivedUpdate> updates) {
    return updates.stream().map(ReceivedUpdate::update).toList();
  }

  private StoredMap<String> words() {
    return new StoredMap<>(store, "words", String.class);
  }

  private Inbox inbox() {
    return store.inbox(BOT);
  }

  @Test
  void whatWasPutIsThereAfterAStartAndInTheOrderOfKeys() {
    for (String key : List.of("b", "a/2", "a/10", "B", "a", "_")) {
      words().put(key, "of " + key);
    }
    new StoredMap<>(store, "others", String.class).put("a", "elsewhere");
    again();
    assertThat(words().get("a/10")).contains("of a/10");
    assertThat(words().get("c")).isEmpty();
    assertThat(words().all().map(StoredMap.Entry::key)).containsExactly("B", "_", "a", "a/10", "a/2", "b");
    assertThat(words().remove("a")).isTrue();
    assertThat(words().remove("a")).isFalse();
    assertThat(words().removeIf((key, value) -> key.startsWith("a/"))).isEqualTo(2);
    assertThat(words().all()).hasSize(3);
  }

  @Test
  void aTextIsKeptAsItIs() {
    for (String text : List.of("", "\u0000\u0001\"\\'", "Ünïcödé 日本語 🦦", "half \ud83e and \udda6 a pair",
        "x".repeat(70_000),
        "'; drop table stored; --")) {
      words().put("k", text);
      assertThat(words().get("k")).contains(text);
    }
  }

  @Test
  void aChangeThatFailsLeavesNothing() {
    words().put("a", "before");
    assertThatThrownBy(() -> store.change(false, maps -> {
      maps.map("words").put("a", "\"after\"");
      maps.map("words").put("b", "\"new\"");
      throw new IllegalArgumentException("no");
    })).isInstanceOf(IllegalArgumentException.class);
    assertThat(words().get("a")).contains("before");
    assertThat(words().get("b")).isEmpty();
    assertThat(store.trouble()).isNull();
  }

  @Test
  void aMapReturnsWhatWasThereBefore() {
    List<String> seen = store.change(true, maps -> {
      var all = new ArrayList<String>();
      Maps.NamedMap map = maps.map("m");
      all.add(String.valueOf(map.put("k", "1")));
      all.add(String.valueOf(map.put("k", "2")));
      all.add(String.valueOf(map.get("k")));
      all.add(String.valueOf(map.remove("k")));
      all.add(String.valueOf(map.remove("k")));
      return all;
    });
    assertThat(seen).containsExactly("null", "1", "2", "2", "null");
  }

  @Test
  void nobodysCountIsLostWhenManyCount() throws InterruptedException {
    var counts = new StoredMap<>(store, "counts", Integer.class);
    List<Thread> threads = IntStream.range(0, 8)
        .mapToObj(t -> Thread.ofVirtual().start(() -> {
          for (int i = 0; i < 25; i++) {
            counts.update("all", 0, n -> n + 1);
          }
        }))
        .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(counts.get("all")).contains(200);
  }

  @Test
  void whoIsInterruptedStillKeepsWhatTheyKeep() throws InterruptedException {
    var begun = new CountDownLatch(1);
    Thread thread = Thread.ofVirtual().start(() -> {
      Thread.currentThread().interrupt();
      begun.countDown();
      for (int i = 0; i < 20; i++) {
        words().put("k" + i, "v");
      }
    });
    begun.await();
    thread.interrupt();
    thread.join();
    assertThat(words().all()).hasSize(20);
    assertThat(store.trouble()).isNull();
  }

  @Test
  void eachUpdateIsTakenOnceAlsoAfterItIsDone() {
    assertThat(ids(inbox().receive(List.of(update(2), update(1), update(2))))).containsExactly(2L, 1L);
    inbox().done(1);
    assertThat(inbox().receive(List.of(update(1), update(2)))).isEmpty();
    assertThat(ids(inbox().open())).containsExactly(2L);
    assertThat(inbox().open(1)).isEmpty();
  }

  @Test
  void howFarAnAnswerHasComeOutlivesAStart() {
    Delivery delivery = Delivery
        .of(5, null, 3, List.of(MessagePart.of(Styled.plain("one")), MessagePart.of(Styled.plain("two \ud83e"))))
        .trying()
        .sent(5, 44)
        .trying();
    inbox().receive(List.of(update(1)));
    inbox().note(1, delivery);
    inbox().preview(1, 43);
    again();
    ReceivedUpdate kept = inbox().open(1).orElseThrow();
    assertThat(kept.delivery()).isEqualTo(delivery);
    assertThat(kept.previews()).containsExactly(43);
    assertThat(kept.raw()).isEqualTo(update(1).raw());
  }

  @Test
  void whatIsNotedOfNothingIsNothing() {
    inbox().note(99, Delivery.of(5, null, null, List.of(MessagePart.of(Styled.plain("one")))));
    inbox().done(98);
    assertThat(inbox().open()).isEmpty();
    assertThat(inbox().receive(List.of(update(98)))).isEmpty();
  }

  @Test
  void whatIsReopenedIsOpenAgain() {
    inbox().receive(List.of(update(1)));
    inbox().done(1);
    inbox().reopen(List.of(update(1), update(3)));
    assertThat(ids(inbox().open())).containsExactly(1L, 3L);
  }

  @Test
  void whatAPersonSentIsForgottenButForTheUpdateThatAsksForIt() {
    inbox().receive(List.of(said(1, 5, "mine"), said(2, 6, "another's"), said(3, 5, "forget me")));
    inbox().quarantine(4, "{\"odd\":{\"from\":5}}");
    inbox().quarantine(5, "{\"odd\":{\"from\":55}}");
    assertThat(inbox().forget(5, 3)).isEqualTo(2);
    assertThat(ids(inbox().open())).containsExactly(2L, 3L);
  }

  @Test
  void theNewestHundredThatCantBeUnderstoodAreKept() {
    for (int i = 0; i < 103; i++) {
      assertThat(inbox().quarantine(i, "{\"odd\":" + i + "}")).isTrue();
    }
    assertThat(inbox().quarantine(102, "{}")).isFalse();
    assertThat(store.<Integer>read(maps -> maps.map("quarantine").entries().size())).isEqualTo(100);
    inbox().prune();
    assertThat(store.<Integer>read(maps -> maps.map("quarantine").entries().size())).isEqualTo(100);
  }

  @Test
  void tidyingTakesNothingThatIsOpen() {
    inbox().receive(List.of(update(1), update(2)));
    inbox().done(2);
    words().put("a", "b");
    inbox().prune();
    store.rewrite();
    again();
    assertThat(ids(inbox().open())).containsExactly(1L);
    assertThat(inbox().receive(List.of(update(2)))).isEmpty();
    assertThat(words().get("a")).contains("b");
    assertThat(store.loss()).isNull();
  }
}
