package dev.docent.telegram.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.access.Limits.Verdict;
import dev.docent.telegram.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<LocalDate> today = new AtomicReference<>(LocalDate.of(2026, 11, 24));

  private Limits limits(Store store, int minute, int day, int remote) {
    return new Limits(minute, day, remote, store, nanos::get, today::get);
  }

  @Test
  void aMinuteIsMeasuredByAClockOfItsOwn(@TempDir Path folder) {
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      Limits limits = limits(store, 2, 100, 0);
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
      nanos.addAndGet(Duration.ofSeconds(20).toNanos());
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
      assertThat(limits.ask(1)).isEqualTo(new Verdict.Wait(Duration.ofSeconds(40)));
      assertThat(limits.ask(2)).isInstanceOf(Verdict.Free.class);
      nanos.addAndGet(Duration.ofSeconds(40).toNanos());
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
    }
  }

  @Test
  void aDaysCountsOutliveAStartAndEndWithTheDay(@TempDir Path folder) {
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      assertThat(limits(store, 10, 1, 1).ask(1)).isInstanceOf(Verdict.Free.class);
      assertThat(limits(store, 10, 1, 1).remote()).isTrue();
    }
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      Limits limits = limits(store, 10, 1, 1);
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Tomorrow.class);
      assertThat(limits.remote()).isFalse();
      today.set(today.get().plusDays(1));
      limits.prune();
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
      assertThat(limits.remote()).isTrue();
    }
  }

  @Test
  void aClockThatGoesBackCostsNoMoreThanADaysCount(@TempDir Path folder) {
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      Limits limits = limits(store, 10, 2, 1);
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
      today.set(today.get().minusDays(30));
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Tomorrow.class);
      limits.prune();
      assertThat(limits.askedToday()).isEqualTo(2);
      today.set(today.get().plusDays(30));
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
    }
  }

  @Test
  void whoIsForgottenIsInNoCountButHasAskedAsMuch(@TempDir Path folder) {
    try (Store store = Store.open(folder.resolve("s.mv"))) {
      Limits limits = limits(store, 10, 2, 1);
      limits.ask(1);
      assertThat(limits.forget(1)).isTrue();
      assertThat(limits.forget(1)).isFalse();
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Tomorrow.class);
      assertThat(limits.forget(1)).isTrue();
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Tomorrow.class);
      today.set(today.get().plusDays(1));
      assertThat(limits.ask(1)).isInstanceOf(Verdict.Free.class);
    }
  }
}
