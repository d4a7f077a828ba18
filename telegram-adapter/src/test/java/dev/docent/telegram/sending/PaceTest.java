package dev.docent.telegram.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  private final AtomicLong clock = new AtomicLong();
  private final Pace pace = new Pace(clock::get);

  private void passes(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void aChatHasOneSignInFiveSeconds() {
    assertThat(pace.sign(7, FIVE_SECONDS)).isTrue();
    passes(Duration.ofMillis(4_999));
    assertThat(pace.sign(7, FIVE_SECONDS)).isFalse();
    passes(Duration.ofMillis(1));
    assertThat(pace.sign(7, FIVE_SECONDS)).isTrue();
  }

  @Test
  void twoHundredChatsHaveTheirFirstSignWithinTwoSeconds() {
    long shown = LongStream.range(0, 200).filter(chat -> pace.sign(chat, FIVE_SECONDS)).count();
    assertThat(shown).isEqualTo(100);
    passes(Duration.ofSeconds(2));
    shown += LongStream.range(100, 200).filter(chat -> pace.sign(chat, FIVE_SECONDS)).count();
    assertThat(shown).isEqualTo(200);
  }

  @Test
  void whoHasHadNoSignComesBeforeWhoHasHadOne() {
    assertThat(pace.sign(1, FIVE_SECONDS)).isTrue();
    passes(FIVE_SECONDS);
    LongStream.range(100, 175).forEach(chat -> assertThat(pace.sign(chat, FIVE_SECONDS)).isTrue());
    assertThat(pace.sign(1, FIVE_SECONDS)).isFalse();
    assertThat(pace.sign(2, FIVE_SECONDS)).isTrue();
  }

  @Test
  void signsTakeNoMessagesRoom() {
    LongStream.range(0, 100).forEach(chat -> pace.sign(chat, FIVE_SECONDS));
    assertThat(pace.preview(7, true)).isTrue();
  }

  @Test
  void whatWasNotSeenYetComesBeforeWhatOnlyChanges() {
    LongStream.range(0, 4).forEach(chat -> assertThat(pace.preview(chat, false)).isTrue());
    assertThat(pace.preview(4, false)).isFalse();
    LongStream.range(5, 8).forEach(chat -> assertThat(pace.preview(chat, true)).isTrue());
    assertThat(pace.preview(8, true)).as("some room stays for what must be said").isFalse();
  }
}
