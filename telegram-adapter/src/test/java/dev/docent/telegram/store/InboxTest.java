package dev.docent.telegram.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.telegram.text.Styled;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

  private static ReceivedUpdate update(long id) {
    return ReceivedUpdate.now(id, "{\"update_id\":" + id + "}", false);
  }

  private static List<Long> ids(List<ReceivedUpdate> updates) {
    return updates.stream().map(ReceivedUpdate::update).toList();
  }

  @Test
  void takesEachUpdateOnceAlsoAfterItIsDone(@TempDir Path folder) {
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      var inbox = store.inbox(7);
      assertThat(ids(inbox.receive(List.of(update(2), update(1), update(2))))).containsExactly(2L, 1L);
      inbox.done(1);
      assertThat(inbox.receive(List.of(update(1), update(2)))).isEmpty();
      assertThat(ids(inbox.open())).containsExactly(2L);
    }
  }

  @Test
  void anotherBotsUpdatesOfTheSameNumbersAreOthers(@TempDir Path folder) {
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      store.inbox(7).receive(List.of(update(1)));
      assertThat(store.inbox(8).open()).isEmpty();
      assertThat(store.inbox(8).receive(List.of(update(1)))).hasSize(1);
    }
  }

  @Test
  void keepsOverAStartWhatWasReceivedAndHowFarItsAnswerHasCome(@TempDir Path folder) {
    Delivery delivery = Delivery
        .of(5, null, 3, List.of(MessagePart.of(Styled.plain("one")), MessagePart.of(Styled.plain("two"))))
        .trying()
        .sent(5, 44)
        .trying();
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      var inbox = store.inbox(7);
      inbox.receive(List.of(update(1)));
      inbox.note(1, delivery);
      inbox.preview(1, 43);
    }
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      ReceivedUpdate kept = store.inbox(7).open(1).orElseThrow();
      assertThat(kept.delivery()).isEqualTo(delivery);
      assertThat(kept.previews()).containsExactly(43);
      assertThat(kept.raw()).isEqualTo("{\"update_id\":1}");
    }
  }

  @Test
  void whatWaitedTooLongIsStaleUnlessItsAnswerIsThere() {
    Instant old = Instant.now().minus(Duration.ofHours(1));
    var waiting = new ReceivedUpdate(1, "{}", old, false, null, List.of());
    var answered = waiting.with(Delivery.of(5, null, null, List.of(MessagePart.of(Styled.plain("one")))));
    assertThat(waiting.after(Duration.ofMinutes(10)).stale()).isTrue();
    assertThat(answered.after(Duration.ofMinutes(10)).stale()).isFalse();
    assertThat(update(1).after(Duration.ofMinutes(10)).stale()).isFalse();
  }

  /** Scenario 47. */
  @Test
  void nothingCountsAsReceivedOnAFullDiskAndAllGoesOnWhenThereIsSpace(@TempDir Path folder) {
    FullDisk.register();
    try (Store store = FileStore.open(FullDisk.SCHEME + ":" + folder.resolve("s.mv"))) {
      var inbox = store.inbox(7);
      inbox.receive(List.of(update(1)));
      FullDisk.full = true;
      assertThatThrownBy(() -> inbox.receive(List.of(update(2)))).isInstanceOf(StoreException.class)
          .hasMessageContaining("can't be read or written");
      assertThat(store.trouble()).isNotNull();
      FullDisk.full = false;
      assertThat(ids(inbox.open())).containsExactly(1L);
      assertThat(inbox.receive(List.of(update(2)))).hasSize(1);
      assertThat(store.trouble()).isNull();
      assertThat(ids(inbox.open())).containsExactly(1L, 2L);
    } finally {
      FullDisk.full = false;
    }
  }

  /** Scenario 47. */
  @Test
  void aFileThatAnotherHoldsIsNamed(@TempDir Path folder) {
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      store.inbox(7).receive(List.of(update(1)));
      assertThatThrownBy(() -> Store.open(folder.resolve("s.mv"))).isInstanceOf(StoreException.class)
          .hasMessageContaining("s.mv is in use by another program");
    }
  }
}
