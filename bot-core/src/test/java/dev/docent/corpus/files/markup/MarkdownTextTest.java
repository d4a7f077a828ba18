package dev.docent.corpus.files.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Block;
import dev.docent.corpus.files.format.Extracted;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

  @Test
  void tellsHeadingsFromParagraphs() {
    assertThat(shown("# Tides #\n\nThey rise\nand fall.\n\nMoon\n----\n\nIt pulls.")).containsExactly("HEADING1 Tides",
        "PARAGRAPH They rise\nand fall.", "HEADING2 Moon", "PARAGRAPH It pulls.");
    assertThat(shown("### Deep {#below}\n\nTop\n===")).containsExactly("HEADING3 Deep", "HEADING1 Top");
  }

  @Test
  void leavesOutWhatIsOnlyThereForTheRenderer() {
    assertThat(text("Who **cannot** be _referred_ is ~~never~~ `told`.")).isEqualTo(
        "Who cannot be referred is never told.");
    assertThat(text("See [the *long* list](https://x.example/a_(b) \"title\"), [here][boats] and <https://y.example>."))
        .isEqualTo("See [the long list](https://x.example/a_(b) \"title\"), [here][boats] and https://y.example."
            .replaceAll("\\[(the.*?)]\\(.*?\\), \\[here]\\[boats]", "$1, [here][boats]"));
    assertThat(text("[here][boats]\n\n[boats]: https://boats.example \"All boats\"")).isEqualTo("here\n\n");
    assertThat(text("AT&amp;T pays 5 &lt; 6, 2 \\* 3, a_b_c, a<br>b, H<sub>2</sub>O")).isEqualTo(
        "AT&T pays 5 < 6, 2 * 3, a_b_c, a b, H2O");
    assertThat(text("One.<!-- not\nthis --> Two.")).isEqualTo("One.\n Two.".replace("\n ", "\n"));
    assertThat(text("Said[^1] and done[^long].\n\n[^1]: By whom\n[^long]: Long ago,\n    far away"))
        .isEqualTo("Said and done.\n\nBy whom\nLong ago,\nfar away");
    assertThat(text("[[Harbour|the harbour]] and [[Mole]], {{< figure >}}")).isEqualTo("the harbour and Mole,");
  }

  @Test
  void leavesNoEmphasisThatCommonMarkDoesNotKnow() {
    assertThat(text("**중요:**입니다 and** bold** word")).doesNotContain("**");
    assertThat(text("~~old~~ ==new==")).isEqualTo("old new");
    assertThat(text("2 ** 3, C++ and a == b, **/x.md")).isEqualTo("2 ** 3, C++ and a == b, **/x.md");
    assertThat(text("`**kept**` and \\*\\*kept\\*\\*")).isEqualTo("**kept** and **kept**");
  }

  @Test
  void keepsCodeSpansWhole() {
    assertThat(text("A pattern with a `(?d)` prefix.")).isEqualTo("A pattern with a (?d) prefix.");
    assertThat(text("Run `make\nall` and ``a ` b``, or <!-- `no` -->`ssh <host>`.")).isEqualTo(
        "Run make\nall and a ` b, or ssh <host>.");
  }

  @Test
  void keepsThePlaceWhereTheReaderPutsSomethingIn() {
    assertThat(text("Go to <your folder> with <b>care</b>, not <x-y>here</x-y>.")).isEqualTo(
        "Go to <your folder> with care, not here.");
  }

  @Test
  void showsOfAPictureOnlyWordsThatSaySomething() {
    assertThat(text("![A man with a net](a.png) ![logo](b.png) ![](c.png) [![Build](x)](y) end")).isEqualTo(
        "A man with a net    end");
  }

  @Test
  void takesEveryItemOfANestedListWithItsMarkAndDepth() {
    assertThat(shown("* rope\n  * short\n  * **long**\n    and thick\n* [ ] net\n\n  tarred\n")).containsExactly(
        "LIST_ITEM - rope", "LIST_ITEM1   - short", "LIST_ITEM1   - long\n    and thick", "LIST_ITEM - [ ] net",
        "LIST_ITEM   tarred");
    assertThat(shown("1. first\n1. second\n   - inner\n1. third")).containsExactly("STEP 1. first", "STEP 2. second",
        "LIST_ITEM1   - inner", "STEP 3. third");
    assertThat(shown("3) c\n\n   more")).containsExactly("STEP 3) c", "STEP   more");
    assertThat(shown("> 1. quoted\n> 2. twice")).containsExactly("STEP 1. quoted", "STEP 2. twice");
  }

  @Test
  void readsTheRowsOfATableWithItsNames() {
    assertThat(shown("| **Name** | Year |\n|------|------|\n| [Anna](a) | 1933 |\n| `a\\|b` | |")).containsExactly(
        "TABLE_HEADER - Name; Year", "TABLE_ROW - Name: Anna; Year: 1933", "TABLE_ROW - Name: a|b");
    assertThat(shown("| | |\n|--|--|\n| a | b |")).containsExactly("TABLE_ROW - a; b");
    assertThat(shown("Text.\n\n| Fish | Price |\n\n| Cod | 40 |")).containsExactly("PARAGRAPH Text.",
        "TABLE_ROW - Fish; Price", "TABLE_ROW - Fish: Cod; Price: 40");
  }

  @Test
  void keepsCodeTogetherAndDoesNotTakeItsCommentsForHeadings() {
    assertThat(shown("Run:\n```sh\n# not a heading\n\n  make **x** [a](b)\n```\n\n    indented [^1]\n\nDone."))
        .containsExactly("PARAGRAPH Run:", "CODE # not a heading\n\n  make **x** [a](b)", "CODE indented [^1]",
            "PARAGRAPH Done.");
    assertThat(shown("```\nnever closed\n\n# still code")).containsExactly("CODE never closed\n\n# still code");
    assertThat(shown("1. Do:\n   ```\n     x\n   ```\n2. Done")).containsExactly("STEP 1. Do:", "CODE   x",
        "STEP 2. Done");
  }

  @Test
  void readsWhatStandsBetweenTags() {
    assertThat(shown("<h1 align=\"center\">The <b>Harbour</b></h1>\n\n<details>\n<summary>Who?</summary>\n\nThe "
        + "**master**.\n\n</details>\n\n<ul>\n<li>rope</li>\n<li>net\nof hemp</li>\n</ul>")).containsExactly(
            "HEADING1 The Harbour", "PARAGRAPH Who?", "PARAGRAPH The master.", "LIST_ITEM - rope",
            "LIST_ITEM - net\nof hemp");
    assertThat(shown("<table>\n<tr><th>Fish</th><th>Price</th><th>Day</th></tr>\n<tr>\n<td>Cod</td>\n"
        + "<td>4 &euro;</td><td>Mo</td></tr>\n</table>")).containsExactly("TABLE_HEADER - Fish; Price; Day",
            "TABLE_ROW - Fish: Cod; Price: 4 €; Day: Mo");
    assertThat(shown("<script>\nvar x = 1;\n\nvar y;\n</script>\n\n<div>\nIn **here**\n</div>")).containsExactly(
        "PARAGRAPH In here");
    assertThat(shown("<pre>\n  a &lt; b\n</pre>")).containsExactly("CODE   a < b");
  }

  @Test
  void takesTheTitleFromTheFrontMatterAndShowsNothingOfIt() {
    Extracted read = MarkdownText.of("---\nauthor: A\ntitle: \"The Tides\"\ntags: [a]\n---\n\n# Real\n\nText.", false);
    assertThat(read.title()).isEqualTo("The Tides");
    assertThat(read.text()).isEqualTo("\n\n\n\n\n\nReal\n\nText.");
    assertThat(MarkdownText.of("+++\ntitle = 'Nets'\n+++\nText", false).title()).isEqualTo("Nets");
    assertThat(shown("---\n\nA text between rules.\n\n---\n\nMore.")).containsExactly(
        "PARAGRAPH A text between rules.", "PARAGRAPH More.");
  }

  @Test
  void readsTheFormsOfItsRelatives() {
    assertThat(shown("!!! note \"Mind this\"\n    It **burns**.\n\n    ```\n    code\n    ```\n\nAfter."))
        .containsExactly("PARAGRAPH Mind this", "PARAGRAPH It burns.", "CODE code", "PARAGRAPH After.");
    assertThat(shown("=== \"Linux\"\n\n    1. Open it\n\n=== \"macOS\"\n\n    Wait.")).containsExactly(
        "PARAGRAPH Linux", "STEP 1. Open it", "PARAGRAPH macOS", "PARAGRAPH Wait.");
    assertThat(shown(":::warning[Hot]\nIt burns.\n:::\n\n> [!NOTE]\n> Look.")).containsExactly("PARAGRAPH Hot",
        "PARAGRAPH It burns.", "PARAGRAPH NOTE", "PARAGRAPH Look.");
    assertThat(shown("[TOC]\n\n{: .wide}\nText [a]({{ site.base }}/b).\n{% include x\n  y=1 %}\nEnd.")).containsExactly(
        "PARAGRAPH Text a.", "PARAGRAPH End.");
    assertThat(shown("Mole\n:   A **wall** in the sea")).containsExactly("LIST_ITEM Mole\n  A wall in the sea");
  }

  @Test
  void readsOfMdxWhatIsNoProgram() {
    String source = "---\ntitle: Boats\n---\nimport Tabs from '@theme/Tabs';\nimport {\n  A,\n} from \"b\";\n\n"
        + "export const x = {\n  a: 1,\n\n  b: 2,\n};\n\n# Boats {#top}\n\n<Tabs groupId=\"os\">\n"
        + "<TabItem value=\"l\" label=\"Linux\">\n\n    Run **it** {/* no\nmatter */}now, {'as'} is.\n\n"
        + "```js\nimport y from 'z'; <B>{c}</B>\n```\n\n    - `{kept}`\n      <Badge {...p} on={() => 1 > 2}>new</Badge>\n\n"
        + "</TabItem>\n</Tabs>\n\nimport duties are paid.";
    Extracted read = MarkdownText.of(source, true);
    assertThat(read.title()).isEqualTo("Boats");
    assertThat(blocks(source, read)).containsExactly("HEADING1 Boats", "PARAGRAPH Linux",
        "PARAGRAPH Run it\nnow, as is.", "CODE import y from 'z'; <B>{c}</B>", "LIST_ITEM - {kept}\n  new",
        "PARAGRAPH import duties are paid.");
  }

  @Test
  void keepsTheLinesOfTheSource() {
    for (String source : List.of("", "\n\n", "***", "- - - a", "-", ">", "# ", "| a", "[x", "<!-- x", "a\n\n\n\n\nb",
        "1)\n2)", "- # In a list\n- ```\n  code\n  ```", "\\# no", "a\\\nb", ">>> deep\n>> less\n> least",
        "* a\n\n  b\n\n    c", "---\ntitle: x\n---", "!!! note\n    a", "    a\n\n    b\n", "```\na\n```\n",
        "<p\nclass=x>\na\n\n</p>", "[a\nb](c\n'd')", "[^a]: b", "\tcode\n\n\tmore", "a\u2028b\u0085c\fd")) {
      for (boolean mdx : new boolean[]{false, true}) {
        blocks(source, MarkdownText.of(source, mdx));
      }
    }
  }

  @Test
  void saysEachWordInTheLineItStandsInTheSource() {
    String source = "# one\n\n> two **three\n> four** [five\n> six](x)\n\n- seven\n\n      eight\n\n"
        + "<div>\nnine <b\nx>ten</b>\n</div>\n\n| eleven |\n|--|\n| twelve |\n\n!!! note \"thirteen\"\n    fourteen\n";
    String[] lines = MarkdownText.of(source, false).text().split("\n", -1);
    String[] all = source.split("\n", -1);
    for (int i = 0; i < all.length; i++) {
      for (String word : all[i].split("[^a-z]+")) {
        if (word.length() > 2 && !List.of("div", "note").contains(word)) {
          assertThat(lines[i]).as(word).contains(word);
        }
      }
    }
  }

  private static String text(String source) {
    return MarkdownText.of(source, false).text();
  }

  private static List<String> shown(String source) {
    return blocks(source, MarkdownText.of(source, false));
  }

  /** Each block with its words, once the lines are found to be those of the source and all words to be in a block. */
  static List<String> blocks(String source, Extracted read) {
    String text = read.text();
    assertThat(ShownLines.count(text)).isEqualTo(ShownLines.count(source));
    StringBuilder outside = new StringBuilder();
    int at = 0;
    for (Block block : read.blocks()) {
      assertThat(block.start()).isGreaterThanOrEqualTo(at);
      assertThat(block.end()).isGreaterThan(block.start()).isLessThanOrEqualTo(text.length());
      outside.append(text, at, block.start());
      at = block.end();
    }
    assertThat(outside.append(text.substring(at)).toString()).doesNotContainPattern("[\\p{L}\\p{Nd}]");
    return read.blocks()
        .stream()
        .map(block -> block.kind() + (block.level() == 0 ? "" : "" + block.level()) + " "
            + text.substring(block.start(), block.end()))
        .toList();
  }
}
