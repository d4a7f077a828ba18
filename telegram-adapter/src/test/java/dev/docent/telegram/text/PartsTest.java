package dev.docent.telegram.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.text.Span.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static List<String> texts(String text, int most) {
    return MessageSplitter.of(Styled.plain(text), most).stream().map(Styled::text).toList();
  }

  @Test
  void aShortTextIsOnePartAndABlankOneNone() {
    assertThat(texts("short", 10)).containsExactly("short");
    assertThat(texts(" \n ", 10)).isEmpty();
  }

  @Test
  void cutsBetweenParagraphsThenLinesThenSentencesThenWords() {
    assertThat(texts("One two.\n\nThree four.", 15)).containsExactly("One two.", "Three four.");
    assertThat(texts("One two.\nThree four.", 15)).containsExactly("One two.", "Three four.");
    assertThat(texts("One two. Three four.", 15)).containsExactly("One two.", "Three four.");
    assertThat(texts("one two three four", 14)).containsExactly("one two three", "four");
  }

  @Test
  void neverCutsACharacterInTwo() {
    String family = "👩‍👩‍👧‍👦";
    assertThat(texts(family.repeat(3), family.length() + 3)).containsOnly(family);
    assertThat(texts("😀".repeat(10), 5)).allMatch(part -> part.length() == 4);
  }

  @Test
  void formattingGoesOnInTheNextPart() {
    Styled code = Styled.builder().add(Kind.PRE, Styled.plain("line one\nline two"), "java").build();
    List<Styled> parts = MessageSplitter.of(code, 10);
    assertThat(parts).hasSize(2).allSatisfy(part -> {
      assertThat(part.spans()).singleElement().extracting(Span::kind, Span::language).containsExactly(Kind.PRE, "java");
      assertThat(part.spans().getFirst().length()).isEqualTo(part.length());
    });
  }

  @Test
  void whateverTheTextAllOfItComesInPartsThatFit() {
    var random = new Random(7);
    String[] pieces = {"a", " ", "\n", "\n\n", "word", ". ", "😀", "é", "́", "中文", "👩‍👧"};
    for (int i = 0; i < 500; i++) {
      String text = random.ints(random.nextInt(200), 0, pieces.length)
          .mapToObj(n -> pieces[n])
          .collect(
              Collectors.joining());
      List<String> parts = texts(text, 20);
      assertThat(parts).allMatch(part -> part.length() <= 20 && !part.isBlank());
      assertThat(String.join("", parts).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }
  }
}
