package dev.docent.corpus.files.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AsciiDocTextTest {

  @Test
  void tellsHeadingsAndLeavesTheHeadersAttributesOut() {
    assertThat(
        shown("= The Harbour\nAnn Author\n:toc: left\n:size: 5\n\n== Nets ==\n\nOf {size} metres.\n\nMole\n----\n\n"
            + "[discrete]\n=== Deep"))
        .containsExactly("HEADING1 The Harbour", "PARAGRAPH Ann Author", "HEADING2 Nets",
            "PARAGRAPH Of 5 metres.", "HEADING2 Mole", "HEADING3 Deep");
  }

  @Test
  void keepsTheWordsOfMarkedTextAndLinks() {
    assertThat(text("This is *bold*, _italic_, `mono`, **un**marked, `+lit*e*ral+`, #so#, a^2^, \"`said`\"."))
        .isEqualTo(
            "This is bold, italic, mono, unmarked, lit*e*ral, so, a2, “said”.");
    assertThat(text("5 * 3 * 2, snake_case_name, a_b, `(?d)` prefix, \\*kept*, C++ and +++raw+++ {unknown}")).isEqualTo(
        "5 * 3 * 2, snake_case_name, a_b, (?d) prefix, *kept*, C++ and raw {unknown}");
    assertThat(text("[[nets]]\n== The nets\n\nlink:a.html[the site,window=_blank], https://y.example[here^], <<nets>>, "
        + "<<nets,above>>, xref:o.adoc#part[that], https://z.example, image:a.png[x] kbd:[Ctrl+C]."))
        .isEqualTo("\nThe nets\n\nthe site, here, The nets, above, that, https://z.example,  Ctrl+C.");
    assertThat(text("One. +\nTwo.footnote:[By whom]")).isEqualTo("One.\nTwo.[By whom]");
  }

  @Test
  void takesListsWithTheirMarksAndDepth() {
    assertThat(shown("* rope\n** short\nand thick\n* net\n+\ntarred\n\n. open\n. close")).containsExactly(
        "LIST_ITEM - rope", "LIST_ITEM1   - short\n    and thick", "LIST_ITEM - net", "LIST_ITEM   tarred",
        "STEP1   1. open", "STEP1   2. close");
    assertThat(shown("1. one\n2. two\n\nText.\n\n- a")).containsExactly("STEP 1. one", "STEP 2. two",
        "PARAGRAPH Text.", "LIST_ITEM - a");
    assertThat(shown("Mole:: A *wall*\nin the sea\nPier::\n  Of wood.\n\nText.")).containsExactly(
        "LIST_ITEM Mole: A wall\n  in the sea", "LIST_ITEM Pier\n  Of wood.", "PARAGRAPH Text.");
  }

  @Test
  void takesListingsAsCodeAndNothingInThemForMarkup() {
    assertThat(
        shown(".Run\n[source,sh]\n----\nmake *x* # <1>\n\n  all\n----\n<1> Slowly\n\n....\n== a\n....\n\n literal"))
        .containsExactly("PARAGRAPH Run", "CODE make *x*\n\n  all", "STEP 1. Slowly", "CODE == a", "CODE  literal");
    assertThat(shown("[source]\nmake it\n\nText.")).containsExactly("CODE make it", "PARAGRAPH Text.");
  }

  @Test
  void showsOfBlocksWhatThePageShows() {
    assertThat(shown("NOTE: Look.\n\n[WARNING]\n====\nIt burns.\n====\n\n////\nhidden\n////\n// hidden\n\n"
        + "include::a.adoc[]\n\nifdef::x[]\nShown.\nendif::[]\n\nimage::a.png[A man with a net]\n\ntoc::[]\n\n'''\n\n"
        + "[quote, Ann]\n____\nSaid.\n____\n\n++++\n<b>Raw</b>\n++++")).containsExactly("PARAGRAPH NOTE: Look.",
            "PARAGRAPH WARNING", "PARAGRAPH It burns.", "PARAGRAPH Shown.", "PARAGRAPH A man with a net",
            "PARAGRAPH Said.", "PARAGRAPH Raw");
  }

  @Test
  void readsTheRowsOfTablesWithTheirNames() {
    assertThat(shown("[cols=\"1,2\",options=\"header\"]\n|===\n|Fish |Price\n\n|Cod\n|*40*\nor less\n\n2+|Both\n"
        + ".2+|Tall |1\n|2\n|===")).containsExactly("TABLE_HEADER - Fish; Price",
            "TABLE_ROW - Fish: Cod; Price: 40 or less", "TABLE_ROW - Fish: Both; Price: Both",
            "TABLE_ROW - Fish: Tall; Price: 1", "TABLE_ROW - Fish: Tall; Price: 2");
    assertThat(shown("|===\n|Fish |Price\n\n|Cod |40 a\\|b\n|===")).containsExactly("TABLE_HEADER - Fish; Price",
        "TABLE_ROW - Fish: Cod; Price: 40 a|b");
    assertThat(shown(",===\nCod,\"40, or\"\n,===")).containsExactly("TABLE_ROW - Cod; 40, or");
  }

  @Test
  void keepsTheLinesOfTheSource() {
    for (String source : List.of("", "\n\n", "=", "= ", "----", "|===", "|===\n|a", "* ", "+", "::", "a::", ":a:",
        ":a: b \\",
        "[a", "[a]", "[[a]]", ".", ".a", "--\na\n--", "////\na", "a +\nb", "<<a\nb>>", "image:a[b\nc]",
        "\u0001\uE000a `b`",
        ". a\n.. b\n* c\n. d", "ifdef::a[b]", "|===\n100+|a\n|===", "|===\n9*|a\n.9+|b\n|===",
        "---\ntitle: x\n---\na")) {
      MarkdownTextTest.blocks(source, AsciiDocText.of(source));
    }
    assertThat(text("\uE000 `a`")).isEqualTo("\uE000 a");
  }

  private static String text(String source) {
    return AsciiDocText.of(source).text();
  }

  private static List<String> shown(String source) {
    return MarkdownTextTest.blocks(source, AsciiDocText.of(source));
  }
}
