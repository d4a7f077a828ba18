package dev.docent.corpus.files.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.files.format.Extracted;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Sources that nobody would write but to harm: they are read to their end in a time that grows with their length. */
class MarkupBoundsIT {
  private static final long MOST_MILLIS = 2_000;

  @Test
  void readsHostileMarkdown() {
    int many = 20_000;
    List<String> sources = List.of("*".repeat(5 * many), "[".repeat(5 * many), "`".repeat(5 * many), "*a ".repeat(many),
        "*a ".repeat(19_000), "[a](".repeat(19_000), "[".repeat(19_000),
        "`a".repeat(19_000), "_a".repeat(19_000), "![a](<b".repeat(9_000),
        "*a **b ".repeat(3_000) + "c** d*".repeat(3_000), "[a](".repeat(many), "![".repeat(many),
        "<a ".repeat(many),
        "<!--".repeat(many), "</x".repeat(many), "<x1>".repeat(many), "{".repeat(many), "{%".repeat(many),
        "[[a|".repeat(many), "](".repeat(many), "> ".repeat(many) + "deep", ">".repeat(20_000) + " deep",
        "- ".repeat(20_000), "- ".repeat(2_000) + "deep\n" + "\n".repeat(2_000), "`a``b```c".repeat(many / 4),
        "|".repeat(many),
        "~~a".repeat(many), "**\u4e00".repeat(many), "import {\n\n".repeat(many / 4), "<tr><td>".repeat(many / 4),
        "\n".repeat(many), "a\n".repeat(many), "!!! a\n    ".repeat(many / 4), "_a".repeat(many) + "a_".repeat(many));
    stands(sources, source -> MarkdownText.of(source, false));
    stands(sources, source -> MarkdownText.of(source, true));
  }

  @Test
  void readsHostileReStructuredText() {
    int many = 20_000;
    var deep = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      deep.append(" ".repeat(i)).append("a\n");
    }
    stands(List.of("*".repeat(5 * many), "[".repeat(5 * many), "`".repeat(5 * many), "|a ".repeat(many),
        "*a ".repeat(many), "`a ".repeat(many), "``a ".repeat(many), ":a:`".repeat(many), "a_ ".repeat(many),
        ".. ".repeat(many), "- ".repeat(20_000), "=== ===\n".repeat(10_000), "+---+\n|a\n".repeat(10_000),
        "\\".repeat(many),
        ".. note::\n".repeat(10_000), deep.toString(), "a::\n\n".repeat(10_000), "===\n".repeat(10_000),
        ".. a::\n   :".repeat(5_000), "(".repeat(many), "-a  ".repeat(many), "**a ".repeat(many), "_`a".repeat(many),
        ":a".repeat(many)), RstText::of);
  }

  @Test
  void readsHostileAsciiDoc() {
    int many = 20_000;
    stands(List.of("*".repeat(5 * many), "[".repeat(5 * many), "`".repeat(5 * many), "*a ".repeat(many),
        "_a ".repeat(many), "`a ".repeat(many), "link:a[".repeat(many), "<<a".repeat(many), "{a".repeat(many),
        "((a".repeat(many), "+a ".repeat(many), "* a\n".repeat(many / 2), "a:: b\n".repeat(many / 4),
        "|===\n".repeat(many / 4), "|===\n" + "|a ".repeat(many), "|===\n" + "99*|a\n".repeat(1_000),
        "----\n".repeat(many / 4),
        ":a: {a}{a}\n".repeat(many / 4), "=".repeat(many), "= ".repeat(many), "__a".repeat(many),
        "https://".repeat(many),
        "[[a".repeat(many), "a\n".repeat(many), "pass:[".repeat(many), "<1>".repeat(many), "** ".repeat(many),
        "----\n" + "<1> ".repeat(many)), AsciiDocText::of);
  }

  private static void stands(List<String> sources, Function<String, Extracted> reader) {
    for (String source : sources) {
      long begun = processorMillis();
      MarkdownTextTest.blocks(source, reader.apply(source));
      assertThat(processorMillis() - begun).as(source.substring(0, 12)).isLessThan(MOST_MILLIS);
    }
  }

  /** Of this thread alone: what else the machine does isn't the reader's time. */
  private static long processorMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }
}
