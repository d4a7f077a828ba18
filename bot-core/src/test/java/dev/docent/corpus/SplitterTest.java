package dev.docent.corpus;

import static dev.docent.corpus.Documents.line;
import static dev.docent.corpus.Documents.markdown;
import static dev.docent.corpus.Documents.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Block.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitterTest {
  private static final String LONG = "The harbour master counts the boats. ".repeat(20).strip();

  private final Splitter splitter = new Splitter();

  @Test
  void findsNothingInAnEmptyDocument() {
    assertThat(splitter.split(of(""))).isEmpty();
    assertThat(splitter.split(of("  \n\n", new Block(Kind.PARAGRAPH, 0, 0, 3)))).isEmpty();
  }

  @Test
  void putsShortNeighboursUnderOneHeadingIntoOneSegment() {
    List<Segment> segments = splitter.split(markdown("# Harbour", "Boats come at dawn.", "They leave at dusk."));
    assertThat(segments).singleElement().satisfies(segment -> {
      assertThat(segment.text()).isEqualTo("# Harbour\n\nBoats come at dawn.\n\nThey leave at dusk.");
      assertThat(segment.body()).isEqualTo("Boats come at dawn.\n\nThey leave at dusk.");
      assertThat(segment.headings()).containsExactly("Harbour");
    });
  }

  @Test
  void beginsAnotherSegmentAtEveryHeading() {
    List<Segment> segments = splitter
        .split(markdown("# A", "One.", "## B", "Two.", "### C", "Three.", "## D", "Four."));
    assertThat(segments).extracting(Segment::headings)
        .containsExactly(List.of("A"), List.of("A", "B"), List.of("A", "B", "C"), List.of("A", "D"));
    assertThat(segments).extracting(Segment::firstLine).containsExactly(1, 5, 9, 13);
    assertThat(segments).extracting(Segment::id).containsExactly("a.md#0", "a.md#1", "a.md#2", "a.md#3");
  }

  @Test
  void keepsHeadingsThatFollowEachOtherWithTheTextBelow() {
    List<Segment> segments = splitter.split(markdown("# A", "## B", "### C", "At last."));
    assertThat(segments).singleElement().satisfies(segment -> {
      assertThat(segment.headings()).containsExactly("A", "B", "C");
      assertThat(segment.body()).isEqualTo("At last.");
      assertThat(segment.text()).startsWith("# A\n\n## B");
    });
  }

  @Test
  void makesADocumentOfHeadingsOnlySearchable() {
    assertThat(splitter.split(markdown("# A", "## B"))).singleElement()
        .satisfies(segment -> assertThat(segment.text()).isEqualTo("# A\n\n## B"));
  }

  @Test
  void closesTheLastSegmentWithTrailingHeadings() {
    List<Segment> segments = splitter.split(markdown("# A", "One.", "## B", "## C"));
    assertThat(segments).singleElement()
        .satisfies(segment -> assertThat(segment.text()).isEqualTo("# A\n\nOne.\n\n## B\n\n## C"));
  }

  @Test
  void readsTheWordsOfHeadingsWithoutTheirMarks() {
    assertThat(heading("## The Old Harbour ##")).isEqualTo("The Old Harbour");
    assertThat(heading("Harbour\n=======")).isEqualTo("Harbour");
    assertThat(heading("Harbour\n  ---  ")).isEqualTo("Harbour");
    assertThat(heading("Harbour\n~~~~~~~")).isEqualTo("Harbour");
    assertThat(heading("__init__ and *args")).isEqualTo("__init__ and *args");
    assertThat(heading("> ## Quoted")).isEqualTo("Quoted");
    assertThat(heading("# About C#")).isEqualTo("About C#");
    assertThat(heading("# snake_case_name and 2*3*4")).isEqualTo("snake_case_name and 2*3*4");
  }

  @Test
  void passesOverHeadingsWithoutWords() {
    List<Segment> segments = splitter.split(markdown("# A", "##", "One."));
    assertThat(segments).singleElement().extracting(Segment::headings).isEqualTo(List.of("A"));
  }

  @Test
  void cutsALongParagraphBetweenSentences() {
    List<Segment> segments = splitter.split(markdown("# Harbour", LONG + " " + LONG + " " + LONG));
    assertThat(segments).hasSizeGreaterThan(1)
        .allSatisfy(segment -> assertThat(segment.body().strip()).startsWith("The harbour").endsWith("boats."))
        .allSatisfy(segment -> assertThat(segment.headings()).containsExactly("Harbour"))
        .allSatisfy(segment -> assertThat(segment.body().length()).isBetween(200, 1_400));
  }

  @Test
  void cutsALineWithoutSpacesAndLosesNothing() {
    String line = "x".repeat(5_000);
    List<Segment> segments = splitter.split(markdown(line));
    assertThat(String.join("", segments.stream().map(Segment::text).toList())).isEqualTo(line);
    assertThat(segments).allSatisfy(segment -> assertThat(segment.text().length()).isLessThan(2_000));
  }

  @Test
  void neverCutsACharacterInTwo() {
    List<Segment> segments = splitter.split(markdown("a" + "😀".repeat(3_000)));
    assertThat(segments).allSatisfy(
        segment -> assertThat(Character.isLowSurrogate(segment.text().charAt(0))).isFalse());
  }

  @Test
  void saysTheLinesOfAPartOfASegment() {
    Document document = markdown("# Harbour", "Boats come at dawn.\nThey leave\nat dusk.", "Nets dry.");
    Segment segment = splitter.split(document).getFirst();
    int from = segment.text().indexOf("They");
    int to = segment.text().indexOf("dusk.") + 5;
    assertThat(segment.locate(from, to)).isEqualTo(new Locator.Lines(4, 5, List.of("Harbour")));
    assertThat(line(document, 4)).isEqualTo("They leave");
  }

  private String heading(String source) {
    return splitter.split(of(source + "\n\nText.", new Block(Kind.HEADING, 1, 0, source.length()),
        new Block(Kind.PARAGRAPH, 0, source.length() + 2, source.length() + 7))).getFirst().headings().getFirst();
  }
}
