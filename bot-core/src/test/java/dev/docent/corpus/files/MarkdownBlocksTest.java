package dev.docent.corpus.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Document;
import dev.docent.corpus.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownBlocksTest {

  @Test
  void tellsHeadingsFromParagraphs() {
    assertThat(blocks("# Tides\nThey rise\nand fall.\n\nMoon\n----\n\nIt pulls.")).containsExactly(
        "HEADING # Tides", "PARAGRAPH They rise\nand fall.", "HEADING Moon\n----", "PARAGRAPH It pulls.");
    assertThat(MarkdownBlocks.of("### Deep\n\nTop\n===")).extracting(Block::level).containsExactly(3, 1);
  }

  @Test
  void takesEveryItemOfANestedListWithItsMark() {
    assertThat(blocks("- rope\n  - short\n  - long\n    and thick\n- net\n\n1. first\n2. second")).containsExactly(
        "LIST_ITEM - rope", "LIST_ITEM   - short", "LIST_ITEM   - long\n    and thick", "LIST_ITEM - net",
        "STEP 1. first", "STEP 2. second");
  }

  @Test
  void takesTablesRowByRow() {
    assertThat(blocks("| Name | Year |\n|------|------|\n| Anna | 1933 |\n| Boris | 1975 |")).containsExactly(
        "TABLE_HEADER | Name | Year |", "TABLE_ROW | Anna | 1933 |", "TABLE_ROW | Boris | 1975 |");
  }

  @Test
  void keepsCodeTogetherAndDoesNotTakeItsCommentsForHeadings() {
    assertThat(blocks("Run:\n\n```sh\n# not a heading\n\nmake\n```\n\n    indented\n\nDone."))
        .containsExactly("PARAGRAPH Run:", "CODE ```sh\n# not a heading\n\nmake\n```", "CODE     indented",
            "PARAGRAPH Done.");
    assertThat(blocks("```\nnever closed\n\n# still code")).singleElement().asString().startsWith("CODE");
  }

  @Test
  void losesNothingOfQuotesHtmlAndLinkDefinitions() {
    assertThat(blocks("> Quoted\n> words.\n\n<div>\nInside\n</div>\n\n[boats]: https://boats.example \"All boats\""))
        .containsExactly("PARAGRAPH > Quoted\n> words.", "PARAGRAPH <div>\nInside\n</div>",
            "PARAGRAPH [boats]: https://boats.example \"All boats\"");
    assertThat(blocks("> # Said\n>\n> Words.")).containsExactly("HEADING > # Said", "PARAGRAPH > Words.");
  }

  @Test
  void keepsFrontMatterOutOfTheHeadings() {
    List<String> blocks = blocks("---\ntitle: Tides\n---\n\n# Real\n\nText.");
    assertThat(blocks).contains("HEADING # Real", "PARAGRAPH Text.");
    assertThat(blocks).filteredOn(block -> block.startsWith("HEADING")).hasSize(1);
    assertThat(blocks.getFirst()).contains("title: Tides");
  }

  @Test
  void holdsEveryWordOfSourcesThatAreHardlyMarkdown() {
    for (String text : List.of("", "\n\n", "***", "- - - a", "-", ">", "# ", "| a", "[x", "<!-- x", "a\n\n\n\n\nb",
        "1)\n2)", "- # In a list\n- ```\n  code\n  ```", "\\# no", "a\\\nb", ">>> deep\n>> less\n> least",
        "* a\n\n  b\n\n    c")) {
      List<Block> blocks = MarkdownBlocks.of(text);
      new Document("x.md", "x", Language.ENGLISH, text, blocks, "");
      StringBuilder outside = new StringBuilder(text);
      blocks.reversed().forEach(block -> outside.delete(block.start(), block.end()));
      assertThat(outside.toString()).as(text).doesNotContainPattern("[\\p{L}\\p{Nd}]");
    }
  }

  @Test
  void standsAnyNesting() {
    assertThat(MarkdownBlocks.of(">".repeat(20_000) + " deep")).isNotEmpty();
    assertThat(MarkdownBlocks.of("[".repeat(20_000) + "x")).isNotEmpty();
  }

  private static List<String> blocks(String text) {
    return MarkdownBlocks.of(text)
        .stream()
        .map(block -> block.kind() + " " + text.substring(block.start(), block.end()))
        .peek(block -> assertThat(block).isNotBlank())
        .toList();
  }

  @Test
  void headingsAloneHaveLevels() {
    assertThat(MarkdownBlocks.of("# A\n\nb\n\n- c"))
        .allSatisfy(block -> assertThat(block.level() > 0).isEqualTo(block.kind() == Kind.HEADING));
  }
}
