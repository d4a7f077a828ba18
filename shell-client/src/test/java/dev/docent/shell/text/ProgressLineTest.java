package dev.docent.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  @Test
  void drawsABarWithRateAndRemainingTime() {
    assertThat(ProgressLine.line("reading", 50, 200, 10, true))
        .isEqualTo("reading ▕█████               ▏ 50/200 · 5/s · 30 s left");
    assertThat(ProgressLine.line("vectors", 600, 60_000, 10, true)).endsWith("600/60000 · 60/s · 17 min left");
    assertThat(ProgressLine.line("vectors", 20, 20, 1, true)).endsWith("▏ 20/20 · 20/s");
    assertThat(ProgressLine.line("reading", 0, 0, 0, true)).endsWith("0/0 · 0/s");
  }

  @Test
  void saysTheSameInPlainWordsElsewhere() {
    assertThat(ProgressLine.line("reading", 50, 200, 10, false)).isEqualTo("reading 50/200 · 5/s · 30 s left");
  }

  @Test
  void saysNothingOfShortWork() {
    for (boolean terminal : new boolean[]{true, false}) {
      var err = new StringWriter();
      try (var progress = new ProgressLine(Screen.plain(new PrintWriter(err), terminal))) {
        progress.at("reading", 1, 2);
        progress.at("reading", 2, 2);
      }
      assertThat(err.toString()).isEmpty();
    }
  }
}
