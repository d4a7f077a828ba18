package dev.docent.corpus;

import static dev.docent.corpus.Documents.line;
import static dev.docent.corpus.Documents.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every document, tried on many that nobody wrote. */
class SplitterPropertiesTest {
  private static final List<String> WORDS = List.of("harbour", "Mr.", "boat", "U.S.", "1933", "Ünal", "кот", "a", "net",
      "e.g.", "rope", "café", "7.5", "\"yes\"", "(old)", "tide;", "wind,");

  @Test
  void segmentsAreLiteralPartsInOrderThatHoldTheWholeText() {
    everyDocument((document, segments) -> {
      int covered = 0;
      for (Segment segment : segments) {
        assertThat(document.text().startsWith(segment.text(), segment.start())).isTrue();
        assertThat(segment.start()).isGreaterThanOrEqualTo(covered);
        assertThat(document.text().substring(covered, segment.start())).isBlank();
        covered = segment.start() + segment.text().length();
      }
      assertThat(document.text().substring(covered)).isBlank();
    });
  }

  @Test
  void ordinalsCountAndLinesAreRight() {
    everyDocument((document, segments) -> {
      for (int i = 0; i < segments.size(); i++) {
        Segment segment = segments.get(i);
        String text = segment.text().stripTrailing();
        assertThat(segment.ordinal()).isEqualTo(i);
        assertThat(line(document, segment.firstLine())).contains(text.lines().findFirst().orElseThrow());
        var lines = (Locator.Lines) segment.locate(0, text.length());
        assertThat(line(document, lines.last())).contains(text.substring(text.lastIndexOf('\n') + 1));
      }
    });
  }

  @Test
  void noHeadingStandsAlone() {
    everyDocument((document, segments) -> {
      if (document.blocks().stream().anyMatch(block -> block.kind() != Block.Kind.HEADING)) {
        assertThat(segments).allSatisfy(segment -> assertThat(segment.body()).isNotBlank());
      }
    });
  }

  @Test
  void noSentenceIsCutAndNoBlockThatFits() {
    everyDocument((document, segments) -> {
      String whole = "\u0000" + String.join("\u0000", segments.stream().map(Segment::text).toList());
      for (Block block : document.blocks()) {
        String source = document.text().substring(block.start(), block.end());
        if (source.length() <= 1_200) {
          assertThat(whole).contains(source);
        }
        for (TextRange sentence : Sentences.of(source, Language.ENGLISH)) {
          assertThat(whole).contains(sentence.of(source));
        }
      }
    });
  }

  @Test
  void segmentsStayOfASizeThatIsWorthAPassage() {
    everyDocument((document, segments) -> assertThat(segments)
        .allSatisfy(segment -> assertThat(segment.body().length()).isLessThan(2_500)));
  }

  private static void everyDocument(BiConsumer<Document, List<Segment>> check) {
    for (int seed = 0; seed < 80; seed++) {
      Document document = markdown(sources(new Random(seed)));
      try {
        check.accept(document, new Splitter().split(document));
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static String[] sources(Random random) {
    var sources = new ArrayList<String>();
    int blocks = 1 + random.nextInt(12);
    for (int i = 0; i < blocks; i++) {
      boolean heading = random.nextInt(4) == 0;
      sources.add(heading
          ? "#".repeat(1 + random.nextInt(5)) + " " + sentence(random, 3)
          : paragraph(random, random.nextInt(6) == 0 ? 60 : 1 + random.nextInt(6)));
    }
    return sources.toArray(String[]::new);
  }

  private static String paragraph(Random random, int sentences) {
    var text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      text.append(text.isEmpty() ? "" : random.nextInt(3) == 0 ? "\n" : " ");
      text.append(sentence(random, 2 + random.nextInt(20))).append(random.nextInt(9) == 0 ? "" : ".");
    }
    return text.toString();
  }

  private static String sentence(Random random, int words) {
    var text = new StringBuilder("The");
    for (int i = 0; i < words; i++) {
      text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}
