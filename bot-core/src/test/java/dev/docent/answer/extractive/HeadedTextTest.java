package dev.docent.answer.extractive;

import dev.docent.answer.SpanReader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadedTextTest {

  @Test
  void marksTheLinesOfHeadings() {
    assertThat(HeadedText.of(segment("Harbour\n\nThe pier\n\n", "It is red.")).text().text())
        .isEqualTo("## Harbour\n\n## The pier\n\nIt is red.");
    assertThat(HeadedText.of(segment("# Pier\n", "It is red.")).text().text()).isEqualTo("# Pier\nIt is red.");
    assertThat(HeadedText.of(segment("Pier\n=====\n", "It is red.")).text().text())
        .isEqualTo("## Pier\n=====\nIt is red.");
    assertThat(HeadedText.of(segment("", "It is red.")).text().text()).isEqualTo("It is red.");
  }

  @Test
  void whatIsReadInItIsFoundInTheSegment() {
    Segment segment = segment("The pier\n\n", "It is red. It is long.");
    HeadedText headed = HeadedText.of(segment);
    SpanReader.Text text = headed.text();
    assertThat(text.sentences()).extracting(range -> range.of(text.text()))
        .containsExactly("It is red.", "It is long.");

    int red = text.text().indexOf("red");
    var read = new SpanReader.Reading(1, 0.5, List.of(new SpanReader.Span(new TextRange(red, red + 3), 2),
        new SpanReader.Span(new TextRange(red + 5, red + 5), -1)));
    assertThat(headed.back(read).spans()).extracting(span -> span.range().of(segment.text()))
        .containsExactly("red", "");
  }

  private static Segment segment(String heads, String body) {
    return new Segment("a.md", "a", 0, List.of(), heads + body, heads.length(), 0, 1, Language.ENGLISH);
  }
}
