package dev.docent.telegram.rehearsal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloodGateTest {
  private long now = 5_000_000_000L;
  private final FloodGate gate = new FloodGate(new FloodLimits(3, Duration.ofSeconds(1), 5, 10), () -> now);

  private void pass(double seconds) {
    now += (long) (seconds * 1e9);
  }

  @Test
  void aShortBurstPassesAndThenOneASecond() {
    for (int i = 0; i < 3; i++) {
      assertThat(gate.seconds(1, false)).isZero();
    }
    assertThat(gate.seconds(1, false)).isEqualTo(1);
    assertThat(gate.seconds(2, false)).isZero();
    for (int i = 0; i < 5; i++) {
      pass(1);
      assertThat(gate.seconds(1, false)).isZero();
    }
    assertThat(gate.seconds(1, false)).isEqualTo(1);
  }

  @Test
  void aGroupBearsOnlySoManyAMinute() {
    for (int i = 0; i < 5; i++) {
      assertThat(gate.seconds(-1, true)).isZero();
      pass(2);
    }
    assertThat(gate.seconds(-1, true)).isEqualTo(50);
    pass(50);
    assertThat(gate.seconds(-1, true)).isZero();
  }

  @Test
  void allChatsTogetherBearOnlySoManyASecond() {
    for (int i = 0; i < 10; i++) {
      assertThat(gate.seconds(i, false)).isZero();
    }
    assertThat(gate.seconds(11, false)).isEqualTo(1);
    pass(1.01);
    assertThat(gate.seconds(11, false)).isZero();
  }

  @Test
  void aClosedGateOpensWhenItsTimeIsOver() {
    assertThat(gate.closed("chat 1")).isZero();
    gate.close("chat 1", 3);
    gate.close("chat 1", 1);
    pass(2);
    assertThat(gate.closed("chat 1")).isEqualTo(Duration.ofSeconds(1));
    pass(1);
    assertThat(gate.closed("chat 1")).isZero();
  }
}
