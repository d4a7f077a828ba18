package dev.docent.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void endsAtStopsQuestionsAndExclamations() {
    assertThat(english("The tide rose. Who saw it? Nobody! Then it fell.")).containsExactly("The tide rose.",
        "Who saw it?", "Nobody!", "Then it fell.");
  }

  @Test
  void goesOnAfterEnglishAbbreviationsAndInitials() {
    assertThat(english("Franklin D. Roosevelt met Dr. Smith in the U.S. Capitol. They talked."))
        .containsExactly("Franklin D. Roosevelt met Dr. Smith in the U.S. Capitol.", "They talked.");
    assertThat(english("J.R.R. Tolkien wrote to Mrs. Gray, e.g. on St. Andrew's day. She replied.")).hasSize(2);
    assertThat(english("Flags, i.e. Red ones, were up. All saw it.")).hasSize(2);
  }

  @Test
  void goesOnAfterGermanAbbreviationsAndOrdinals() {
    assertThat(of("Es gibt Obst, z. B. Äpfel, d. h. Kernobst. Gut so.", Language.GERMAN))
        .containsExactly("Es gibt Obst, z. B. Äpfel, d. h. Kernobst.", "Gut so.");
    assertThat(of("Es gibt Obst, z.B. Äpfel. Gut so.", Language.GERMAN)).hasSize(2);
    assertThat(of("Am 3. Oktober 1990 war es kalt. Es schneite.", Language.GERMAN))
        .containsExactly("Am 3. Oktober 1990 war es kalt.", "Es schneite.");
  }

  @Test
  void goesOnAfterRussianAbbreviations() {
    assertThat(of("Построен в 1931 г. Инженером Орловым. Мост стоит.", Language.RUSSIAN))
        .containsExactly("Построен в 1931 г. Инженером Орловым.", "Мост стоит.");
    assertThat(of("Столица, т. е. Москва, растёт. Это видно.", Language.RUSSIAN))
        .containsExactly("Столица, т. е. Москва, растёт.", "Это видно.");
    assertThat(of("Приехал М. И. Калинин на завод им. Ленина. Его ждали.", Language.RUSSIAN)).hasSize(2);
  }

  @Test
  void endsAfterAYearThatIsTheLastWord() {
    assertThat(english("The bridge opened in 1933. It stands.")).hasSize(2);
    assertThat(of("Die Brücke steht seit 1933. Sie hält.", Language.GERMAN)).hasSize(2);
  }

  @Test
  void keepsAClosingQuoteWithItsSentence() {
    assertThat(english("She said: “The tide is late.” Nobody moved. (It was dark.) Then it came.")).containsExactly(
        "She said: “The tide is late.”", "Nobody moved.", "(It was dark.)", "Then it came.");
  }

  @Test
  void endsAtAHeadingWithoutMarksThatTextFollowsAtOnce() {
    assertThat(english("Opening hours\nThe office opens at nine.")).containsExactly("Opening hours",
        "The office opens at nine.");
    assertThat(english("It rains.\n\nParking\nVisitors park behind\nthe mill. It is free."))
        .containsExactly("It rains.", "Parking", "Visitors park behind\nthe mill.", "It is free.");
    assertThat(of("Часы работы\nБиблиотека открыта с девяти до шести.", Language.RUSSIAN)).hasSize(2);
  }

  @Test
  void goesOnOverALineThatEndsBecauseItIsFull() {
    assertThat(english("The lighthouse of Norvik was built by\nIngrid Solberg in 1871.")).hasSize(1);
    assertThat(english("The keeper was\nIngrid Solberg.")).hasSize(1);
    assertThat(english("Opening hours\nof the office are long and vary with the tide.")).hasSize(1);
    assertThat(english("Harbour office\nMill Lane 4\n12345 Norvik")).hasSize(1);
  }

  @Test
  void endsAtListItemsRowsAndHeadings() {
    assertThat(english("Bring:\n- a rope\n- a net\n  with floats\n* bread\n12. water")).containsExactly("Bring:",
        "a rope", "a net\n  with floats", "bread", "water");
    assertThat(english("| Name | Year |\n|---|---|\n| Anna | 1933 |")).containsExactly("| Name | Year |",
        "| Anna | 1933 |");
    assertThat(english("## Tides\n\nThey rise")).containsExactly("Tides", "They rise");
    assertThat(english("- [x] done thing\n- [ ] open thing")).containsExactly("done thing", "open thing");
  }

  @Test
  void endsAHeadingAtItsLine() {
    assertThat(english("# Tides\nThey rise.")).containsExactly("Tides", "They rise.");
    assertThat(english("Tides\n=====\nThey rise.")).containsExactly("Tides", "They rise.");
  }

  @Test
  void endsAfterWordsThatAreAbbreviationsOnlyBeforeANumber() {
    assertThat(english("Her answer was no. He loved art. See no. 7 and fig. 2 below.")).containsExactly(
        "Her answer was no.", "He loved art.", "See no. 7 and fig. 2 below.");
  }

  @Test
  void takesTheLinesOfAParagraphForOneRunOfWords() {
    assertThat(english("The old harbour was built\nby the town. It\nis still there.")).containsExactly(
        "The old harbour was built\nby the town.", "It\nis still there.");
  }

  @Test
  void knowsTheStopsOfOtherScripts() {
    assertThat(of("港口很旧。船在早上来。谁看见了?没有人!", Language.CHINESE)).hasSize(4);
    assertThat(of("港は古い。船は朝に来る。", Language.JAPANESE)).containsExactly("港は古い。", "船は朝に来る。");
    assertThat(of("الميناء قديم. هل تأتي القوارب؟ نعم تأتي.", Language.ARABIC)).hasSize(3);
  }

  @Test
  void boundsTextWithoutCapitals() {
    String text = "and then the boats came in one by one. ".repeat(100).strip();
    List<String> sentences = english(text);
    assertThat(sentences).hasSizeGreaterThan(3)
        .allSatisfy(s -> assertThat(s.length()).isLessThanOrEqualTo(Sentences.MAX_LENGTH))
        .allSatisfy(s -> assertThat(s).endsWith("one."));
    assertThat(String.join(" ", sentences)).isEqualTo(text);
  }

  @Test
  void cutsAnEndlessSentenceAtAClause() {
    String text = "the wind and the rope and the net and the tide; ".repeat(60).strip();
    assertThat(english(text)).allSatisfy(s -> assertThat(s).endsWith("tide;"));
  }

  @Test
  void losesNoWordOfATextWithoutSpaces() {
    String text = "абв".repeat(1_000);
    List<String> sentences = of(text, Language.RUSSIAN);
    assertThat(String.join("", sentences)).isEqualTo(text);
    assertThat(sentences).allSatisfy(s -> assertThat(s.length()).isLessThanOrEqualTo(Sentences.MAX_LENGTH));
  }

  @Test
  void leavesInvisibleMarksOutsideOfSentences() {
    assertThat(english("\uFEFFThe tide rose. \uFEFFIt fell.\u00A0")).containsExactly("The tide rose.", "It fell.");
    assertThat(english("\uFEFF- a rope")).containsExactly("a rope");
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(english("")).isEmpty();
    assertThat(english(" \n\n \uFEFF")).isEmpty();
    assertThat(english("---\n\n====")).isEmpty();
  }

  private static List<String> english(String text) {
    return of(text, Language.ENGLISH);
  }

  private static List<String> of(String text, Language language) {
    List<TextRange> ranges = Sentences.of(text, language);
    for (int i = 1; i < ranges.size(); i++) {
      assertThat(ranges.get(i).start()).isGreaterThanOrEqualTo(ranges.get(i - 1).end());
    }
    return ranges.stream().map(range -> range.of(text)).toList();
  }
}
