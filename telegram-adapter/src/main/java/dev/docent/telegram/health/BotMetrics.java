package dev.docent.telegram.health;

import dev.docent.telegram.sending.CallListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** What is counted and measured, under names that begin with {@code docent.telegram}. */
public final class BotMetrics implements CallListener {
  private static final String PREFIX = "docent.telegram.";

  private final MeterRegistry registry;
  private volatile LongConsumer whenGone = chat -> {};
  private volatile BiConsumer<Long, Long> whenMoved = (from, to) -> {};

  public BotMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Who else wants to hear of chats that are gone or have moved. */
  public void listeners(LongConsumer gone, BiConsumer<Long, Long> moved) {
    whenGone = gone;
    whenMoved = moved;
  }

  public void gauge(String name, Supplier<Number> value) {
    io.micrometer.core.instrument.Gauge.builder(PREFIX + name, value).strongReference(true).register(registry);
  }

  /** Something of a kind happened. */
  public void count(String name, String tag, String value) {
    Counter.builder(PREFIX + name).tag(tag, value).register(registry).increment();
  }

  public void time(String name, long nanos) {
    Timer.builder(PREFIX + name)
        .publishPercentiles(0.5, 0.95)
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** How often something of any kind has happened. */
  public long total(String name) {
    return (long) registry.find(PREFIX + name).counters().stream().mapToDouble(Counter::count).sum();
  }

  /** How often something of this kind has happened. */
  public long total(String name, String tag, String value) {
    return (long) registry.find(PREFIX + name).tag(tag, value).counters().stream().mapToDouble(Counter::count).sum();
  }

  @Override
  public void called(String method, String outcome, long nanos) {
    Timer.builder(PREFIX + "calls")
        .tag("method", method)
        .tag("outcome", outcome)
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void flooded(Duration wait) {
    Timer.builder(PREFIX + "floods").register(registry).record(wait);
  }

  @Override
  public void gone(long chat) {
    whenGone.accept(chat);
  }

  @Override
  public void moved(long from, long to) {
    whenMoved.accept(from, to);
  }
}
