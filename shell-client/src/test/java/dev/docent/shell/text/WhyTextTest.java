package dev.docent.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.shell.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WhyTextTest {
  private static final String LONG = "who was the first ambassador of the United States to the Soviet Union in Moscow";

  @Test
  void aStopIsALineWhereLinesMayBeLong() {
    assertThat(why(0).lines()).contains("  question   " + LONG, "  decided    grounded: 0.93 is above 0.31");
  }

  @Test
  void aLongLineGoesOnBelowItsWordsAndKeepsThemAll() {
    String why = why(50);

    assertThat(why.lines().limit(3)).containsExactly("  question   who was the first ambassador of the",
        "             United States to the Soviet Union in", "             Moscow");
  }

  @Test
  void aPassageIsNamedWithItsRankAndBothStandings() {
    assertThat(why(50)).contains("  ranking    1  reports/1933.md › Recognition, lines 3-4\n",
        "                words 1: 8.40   vectors –   together 0.031\n");
  }

  private static String why(int width) {
    return new WhyText(new LocatorText(Style.PLAIN, Path.of("/knowledge")), width).render(Samples.grounded(LONG));
  }
}
