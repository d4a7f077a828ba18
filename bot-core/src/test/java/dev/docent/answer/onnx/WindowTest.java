package dev.docent.answer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.docent.answer.SpanReader.Span;
import dev.docent.corpus.TextRange;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowTest {

  @Test
  void aPassageThatFitsIsOneWindow() {
    assertThat(Window.over(tokens(48), tokens(205))).extracting(Window::from, Window::to)
        .containsExactly(tuple(0, 205));
  }

  @Test
  void aLongPassageIsReadInStepsOf96Tokens() {
    assertThat(Window.over(tokens(10), tokens(400))).extracting(Window::from, Window::to)
        .containsExactly(tuple(0, 243), tuple(96, 339), tuple(192, 400));
  }

  @Test
  void aPassageWithoutTokensHasNoWindow() {
    assertThat(Window.over(tokens(3), tokens(0))).isEmpty();
  }

  @Test
  void isWrittenAsTheModelWantsIt() {
    long[] ids = new long[9];
    long[] mask = new long[9];
    long[] types = new long[9];
    new Window(tokens(2), tokens(9), 4, 7).write(ids, mask, types);
    assertThat(ids).containsExactly(101, 1000, 1001, 102, 1004, 1005, 1006, 102, 0);
    assertThat(mask).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 0);
    assertThat(types).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 0);
  }

  @Test
  void theBestSpanStaysInItsSentence() {
    // Positions: [CLS] q [SEP] 0 1 2 3 [SEP]; token n is the characters [2n, 2n+1).
    var reading = new WindowReading(new Window(tokens(1), tokens(4), 0, 4), new float[]{1, 0, 0, 5, 2, 0, 0, 0},
        new float[]{2, 0, 0, 0, 0, 3, 9, 0}, 0);
    assertThat(reading.best()).isEqualTo(new Span(new TextRange(0, 7), 11));
    assertThat(reading.best(new TextRange(0, 5))).isEqualTo(new Span(new TextRange(0, 5), 5));
    assertThat(reading.best(new TextRange(1, 7))).isEqualTo(new Span(new TextRange(2, 7), 8));
    assertThat(reading.best(new TextRange(7, 9)).range()).isEqualTo(new TextRange(7, 7));
  }

  @Test
  void aSpanHasAtMost30Tokens() {
    float[] starts = new float[44];
    float[] ends = new float[44];
    starts[3] = 9;
    ends[42] = 8;
    ends[32] = 1;
    assertThat(new WindowReading(new Window(tokens(1), tokens(40), 0, 40), starts, ends, 0).best())
        .isEqualTo(new Span(new TextRange(0, 59), 10));
  }

  private static Tokens tokens(int count) {
    List<Long> ids = LongStream.range(1000, 1000 + count).boxed().toList();
    return new Tokens(ids, IntStream.range(0, count).mapToObj(i -> new TextRange(2 * i, 2 * i + 1)).toList());
  }
}
