package dev.docent.telegram.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.text.Span.Kind;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void boldAndCodeBecomeFormatting() {
    Styled read = Markdown.read("A **bold** word and `code`.");
    assertThat(read.text()).isEqualTo("A bold word and code.");
    assertThat(read.spans()).containsExactly(new Span(Kind.BOLD, 2, 4, null), new Span(Kind.CODE, 16, 4, null));
  }

  @Test
  void aFenceIsABlockAndRunsToTheEndIfItIsntClosed() {
    Styled read = Markdown.read("See:\n```java\nint i;\n```\nand\n```\nopen");
    assertThat(read.text()).isEqualTo("See:\nint i;\nand\nopen");
    assertThat(read.spans()).containsExactly(new Span(Kind.PRE, 5, 6, "java"), new Span(Kind.PRE, 16, 4, null));
  }

  @Test
  void whatIsNoMarkStaysAsItIsWritten() {
    String text = "2 ** 3 and _x_ *y* [z](w) <b> & `open";
    assertThat(Markdown.read(text)).isEqualTo(new Styled(text, java.util.List.of()));
  }

  @Test
  void offsetsCountUtf16Units() {
    assertThat(Markdown.read("😀 **x**").spans()).containsExactly(new Span(Kind.BOLD, 3, 1, null));
  }

  @Test
  void brokenCharactersAndHiddenOnesDontGoOut() {
    assertThat(Styled.plain("a\u0000b\uD83Dc\u202Ed\te").text()).isEqualTo("ab\uFFFDcd e");
    assertThat(CleanText.line("one\n two  three", 100)).isEqualTo("one two three");
    assertThat(CleanText.line("12345😀789", 7)).isEqualTo("12345…");
  }
}
