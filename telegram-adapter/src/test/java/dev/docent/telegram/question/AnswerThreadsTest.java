package dev.docent.telegram.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerThreadsTest {
  private final AnswerThreads threads = new AnswerThreads(4, 2);

  @AfterEach
  void end() {
    threads.close();
  }

  @Test
  void theWorkIsDoneByAThreadOfTheSystem() throws Exception {
    assertThat(threads.run(true, () -> Thread.currentThread().isVirtual())).isFalse();
  }

  @Test
  void whatComputesRunsOnAsManyCoresAsThereAreWhatWaitsDoesnt() throws Exception {
    assertThat(most(true)).isEqualTo(2);
    assertThat(most(false)).isEqualTo(4);
  }

  private int most(boolean computes) throws InterruptedException {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    List<Thread> asking = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      asking.add(Thread.ofVirtual().start(() -> {
        try {
          threads.run(computes, () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(200);
            return now.decrementAndGet();
          });
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }));
    }
    for (Thread thread : asking) {
      thread.join();
    }
    return most.get();
  }

  @Test
  void whoWaitsAndIsInterruptedInterruptsTheWorkAndWaitsForItsEnd() throws Exception {
    var begun = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    var seen = new AtomicBoolean();
    Thread asking = Thread.ofVirtual().start(() -> {
      try {
        threads.run(false, () -> {
          begun.countDown();
          try {
            Thread.sleep(60_000);
            return 1;
          } finally {
            Thread.sleep(100);
            ended.set(true);
          }
        });
      } catch (InterruptedException e) {
        seen.set(ended.get());
      }
    });
    begun.await();
    asking.interrupt();
    asking.join();
    assertThat(seen).isTrue();
    // The thread's next work is not interrupted.
    for (int i = 0; i < 8; i++) {
      assertThat(threads.run(false, () -> Thread.currentThread().isInterrupted())).isFalse();
    }
  }

  @Test
  void aFailureIsTheCallers() {
    assertThatThrownBy(() -> threads.run(true, () -> {
      throw new OutOfMemoryError("Java heap space");
    })).isInstanceOf(OutOfMemoryError.class);
    assertThatThrownBy(() -> threads.run(false, () -> {
      throw new IllegalArgumentException("no");
    })).isInstanceOf(IllegalArgumentException.class).hasMessage("no");
  }
}
