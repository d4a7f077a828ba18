package dev.docent.corpus.files.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Block.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextBlocksTest {

  @Test
  void partsParagraphsAtBlankLines() {
    assertThat(blocks("the tide rose.\nit fell.\n \t\n\n\nthe end.")).containsExactly(
        "PARAGRAPH the tide rose.\nit fell.", "PARAGRAPH the end.");
  }

  @Test
  void takesAShortLineAloneForAHeadingIfTextFollows() {
    assertThat(blocks("The Harbour\n\nBoats come.\n\n1.2 Nets\n\nThey dry.\n\nAnna")).containsExactly(
        "HEADING The Harbour", "PARAGRAPH Boats come.", "HEADING 1.2 Nets", "PARAGRAPH They dry.", "PARAGRAPH Anna");
  }

  @Test
  void takesNoSentenceForAHeading() {
    assertThat(blocks("Boats come.\n\nWho comes?\n\nBring this:\n\nand so on\n\nx"))
        .allSatisfy(block -> assertThat(block).startsWith("PARAGRAPH"));
  }

  @Test
  void takesUnderlinedLinesForHeadings() {
    assertThat(blocks("tides\n=====\n\nThey rise.\n\nmoon\n~~~~\n\nIt pulls.")).containsExactly(
        "HEADING tides\n=====", "PARAGRAPH They rise.", "HEADING moon\n~~~~", "PARAGRAPH It pulls.");
    assertThat(PlainTextBlocks.of("a b\n===\n\nc d\n---\n\ne")).extracting(block -> block.level())
        .containsExactly(1, 2, 0);
  }

  @Test
  void takesListsItemByItem() {
    assertThat(blocks("bring:\n- a rope\n  of hemp\n- a net\n3. bread")).containsExactly("PARAGRAPH bring:\n",
        "LIST_ITEM - a rope\n  of hemp\n", "LIST_ITEM - a net\n", "LIST_ITEM 3. bread");
  }

  @Test
  void findsNothingInNothing() {
    assertThat(blocks("")).isEmpty();
    assertThat(blocks("\n \n\t\n")).isEmpty();
  }

  @Test
  void readsALogOfManyLinesWithoutABlankOne() {
    String log = "12:00:01 boat in\n".repeat(200_000);
    assertThat(PlainTextBlocks.of(log)).singleElement()
        .satisfies(block -> assertThat(block.kind()).isEqualTo(Kind.PARAGRAPH));
  }

  @Test
  void readsALongLineOfBlanks() {
    assertThat(blocks(" ".repeat(100_000) + "\na word.")).hasSize(1);
  }

  private static List<String> blocks(String text) {
    return PlainTextBlocks.of(text)
        .stream()
        .map(block -> block.kind() + " " + text.substring(block.start(), block.end()))
        .toList();
  }
}
