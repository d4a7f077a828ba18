package dev.docent.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.boot.InvalidSettingException;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.Sharing;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoreException;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.Styled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL, started by the test. */
class PostgresqlStoreIT extends StoreContract {
  private final Map<String, String> settings = TestDatabase.settings(TestDatabase.newSchema());

  @Override
  Store open() {
    return TestDatabase.open(settings, BOT);
  }

  private static Sharing sharing(Store store) {
    return store.sharing().orElseThrow();
  }

  private static Delivery delivery() {
    return Delivery.of(5, null, null, List.of(MessagePart.of(Styled.plain("one"))));
  }

  @Test
  void aChatStaysWithWhoTookItUntilAllInItIsDone() {
    try (Store a = open(); Store b = open()) {
      a.inbox(BOT).receive(List.of(said(1, 5, "first"), said(2, 6, "other chat")));
      assertThat(ids(sharing(a).claim(1))).hasSize(1);
      assertThat(ids(sharing(a).claim(0))).isEmpty();
      assertThat(ids(sharing(b).claim(9))).hasSize(1);
      b.inbox(BOT).receive(List.of(said(3, 5, "second"), said(4, 6, "second")));
      List<Long> mine = new ArrayList<>(ids(sharing(a).claim(0)));
      List<Long> theirs = ids(sharing(b).claim(9));
      assertThat(mine).hasSize(1);
      assertThat(theirs).hasSize(1).doesNotContainAnyElementsOf(mine);
      long first = mine.getFirst() - 2;
      a.inbox(BOT).done(first);
      assertThat(sharing(b).claim(9)).as("one is still open").isEmpty();
      a.inbox(BOT).done(mine.getFirst());
      assertThat(sharing(a).claim(0)).as("nothing is left, so the chat is anybody's").isEmpty();
      b.inbox(BOT).receive(List.of(said(9, first == 1 ? 5 : 6, "third")));
      assertThat(ids(sharing(b).claim(9))).containsExactly(9L);
    }
  }

  @Test
  void anUpdateThatTwoReceiveIsTakenOnce() {
    try (Store a = open(); Store b = open()) {
      assertThat(a.inbox(BOT).receive(List.of(update(1)))).hasSize(1);
      assertThat(b.inbox(BOT).receive(List.of(update(1)))).isEmpty();
    }
  }

  @Test
  void whatADeadReplicaHeldIsTakenOverAndNoLongerItsOwn() throws InterruptedException {
    try (Store a = open(); Store b = open()) {
      a.inbox(BOT).receive(List.of(update(1)));
      assertThat(sharing(a).claim(9)).hasSize(1);
      a.inbox(BOT).note(1, delivery().trying());
      assertThat(sharing(a).lead("reload")).isTrue();
      assertThat(sharing(b).lead("reload")).isFalse();
      assertThat(sharing(b).claim(9)).isEmpty();
      // It goes on showing itself, so it has to be made to look dead.
      TestDatabase.execute("update " + settings.get("docent.postgresql.schema")
          + ".replica set alive_until = now() - interval '1 second' where id = '" + sharing(a).replica() + "'");
      List<ReceivedUpdate> taken = sharing(b).claim(9);
      assertThat(ids(taken)).containsExactly(1L);
      assertThat(taken.getFirst().delivery()).isEqualTo(delivery().trying());
      assertThat(sharing(b).lead("reload")).isTrue();
      assertThat(a.inbox(BOT).open(1)).isEmpty();
      assertThatThrownBy(() -> a.inbox(BOT).note(1, delivery())).isInstanceOf(StoreException.class)
          .hasMessageContaining("taken on by another replica");
      a.inbox(BOT).done(1);
      assertThat(ids(b.inbox(BOT).open())).containsExactly(1L);
      b.inbox(BOT).done(1);
      assertThatThrownBy(() -> a.inbox(BOT).note(1, delivery())).isInstanceOf(StoreException.class);
      assertThat(a.trouble()).isNull();
      Thread.sleep(1_000);
      assertThat(sharing(a).lead("reload")).isFalse();
    }
  }

  @Test
  void whoEndsInOrderLeavesAllToTheOthersAtOnce() {
    try (Store b = open()) {
      try (Store a = open()) {
        a.inbox(BOT).receive(List.of(update(1)));
        assertThat(sharing(a).claim(9)).hasSize(1);
        assertThat(sharing(a).lead("reload")).isTrue();
        assertThat(sharing(b).queue().replicas()).isEqualTo(3);
      }
      assertThat(ids(sharing(b).claim(9))).containsExactly(1L);
      assertThat(sharing(b).lead("reload")).isTrue();
      assertThat(sharing(b).queue().open()).isEqualTo(1);
    }
  }

  @Test
  void anotherBotsStoreIsAnotherAndCanBeOpenedOnceThatIsGone() {
    try (Store a = open()) {
      Store other = TestDatabase.open(settings, 8);
      new StoredMap<>(other, "words", String.class).put("k", "theirs");
      assertThat(new StoredMap<>(a, "words", String.class).get("k")).isEmpty();
      Store.Other there = a.others().getFirst();
      assertThatThrownBy(() -> there.opening().get()).hasMessageContaining("is at work");
      other.close();
      try (Store opened = there.opening().get()) {
        assertThat(new StoredMap<>(opened, "words", String.class).remove("k")).isTrue();
      }
      assertThat(a.trouble()).isNull();
    }
  }

  @Test
  void aDatabaseThatIsDownIsSaidToBeAndAllGoesOnWhenItIsBack() {
    String name = "down_" + settings.get("docent.postgresql.schema");
    TestDatabase.execute("create database " + name);
    var other = new HashMap<>(settings);
    other.put("docent.postgresql.url", TestDatabase.server().getJdbcUrl("postgres", name));
    try (Store store = TestDatabase.open(other, BOT)) {
      store.inbox(BOT).receive(List.of(update(1)));
      TestDatabase.execute("alter database " + name + " allow_connections false");
      TestDatabase.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
      assertThatThrownBy(() -> store.inbox(BOT).receive(List.of(update(2)))).isInstanceOf(StoreException.class)
          .hasMessageContaining("can't be used");
      assertThat(store.trouble()).isNotNull();
      TestDatabase.execute("alter database " + name + " allow_connections true");
      long until = System.nanoTime() + 10_000_000_000L;
      while (store.trouble() != null && System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      assertThat(store.trouble()).as("by itself").isNull();
      assertThat(store.inbox(BOT).receive(List.of(update(1), update(2)))).hasSize(1);
    }
  }

  @Test
  void whatIsWrongWithTheSettingsIsSaid() {
    assertRefused("docent.postgresql.url", "", "needs the database's address");
    assertRefused("docent.postgresql.url", "postgres://x", "is no address");
    assertRefused("docent.postgresql.schema", "A b", "no name of a schema");
    assertRefused("docent.postgresql.lease", "0", "no number from 2");
    assertRefused("docent.postgresql.password-file", "/nowhere/at-all", "can't be read");
    assertRefused("docent.postgresql.url", TestDatabase.url().replace("/postgres?", "/nothing?"), "does not exist");
    var unreachable = new HashMap<>(settings);
    unreachable.put("docent.postgresql.url", "jdbc:postgresql://127.0.0.1:1/docent?password=wombat");
    assertThatThrownBy(() -> TestDatabase.open(unreachable, BOT)).isInstanceOf(StoreException.class)
        .hasMessageContaining("can't be reached")
        .hasMessageNotContaining("wombat");
  }

  private void assertRefused(String setting, String value, String words) {
    var changed = new HashMap<>(settings);
    changed.put(setting, value);
    assertThatThrownBy(() -> TestDatabase.open(changed, BOT)).isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(words);
  }
}
