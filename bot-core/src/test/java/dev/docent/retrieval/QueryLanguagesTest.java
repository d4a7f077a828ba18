package dev.docent.retrieval;

import static dev.docent.corpus.Language.ARABIC;
import static dev.docent.corpus.Language.CHINESE;
import static dev.docent.corpus.Language.ENGLISH;
import static dev.docent.corpus.Language.GERMAN;
import static dev.docent.corpus.Language.JAPANESE;
import static dev.docent.corpus.Language.KOREAN;
import static dev.docent.corpus.Language.OTHER;
import static dev.docent.corpus.Language.RUSSIAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryLanguagesTest {
  private static final Set<Language> BOTH = EnumSet.of(ENGLISH, RUSSIAN);

  @Test
  void goesByTheScript() {
    assertThat(QueryLanguages.of("Кто построил порт?", BOTH)).containsExactly(RUSSIAN);
    assertThat(QueryLanguages.of("Who built the harbour?", BOTH)).containsExactly(ENGLISH);
    assertThat(QueryLanguages.of("誰が港を作りましたか?", EnumSet.of(JAPANESE, ENGLISH))).containsExactly(JAPANESE);
    assertThat(QueryLanguages.of("누가 항구를 지었나요?", EnumSet.of(KOREAN, ENGLISH))).containsExactly(KOREAN);
  }

  @Test
  void findsNoLanguageWhereTheCorpusHasNoneOfTheScript() {
    assertThat(QueryLanguages.of("Кто построил порт?", Set.of(ENGLISH))).isEmpty();
    assertThat(QueryLanguages.of("من بنى الميناء؟", Set.of(ENGLISH, RUSSIAN))).isEmpty();
    assertThat(QueryLanguages.of("Who built it?", Set.of())).isEmpty();
  }

  @Test
  void letsANameInLatinLettersStayInItsQuestion() {
    assertThat(QueryLanguages.of("Что такое Kubernetes?", BOTH)).containsExactly(RUSSIAN);
    assertThat(QueryLanguages.guess("Kubernetes 是什么?")).isEqualTo(CHINESE);
  }

  @Test
  void asksEveryLanguageForANumberOrAName() {
    assertThat(QueryLanguages.of("1933", BOTH)).containsExactlyInAnyOrder(ENGLISH, RUSSIAN);
    assertThat(QueryLanguages.of("Kalinin", EnumSet.of(ENGLISH, GERMAN))).containsExactlyInAnyOrder(ENGLISH, GERMAN);
  }

  @Test
  void tellsLanguagesOfOneScriptByTheirQuestionWords() {
    assertThat(QueryLanguages.of("Wann wurde der Hafen gebaut?", EnumSet.of(ENGLISH, GERMAN))).containsExactly(GERMAN);
  }

  @Test
  void alwaysLooksAmongDocumentsOfUnknownLanguage() {
    assertThat(QueryLanguages.of("Who built the harbour?", EnumSet.of(ENGLISH, OTHER))).contains(ENGLISH, OTHER);
    assertThat(QueryLanguages.of("Хто збудував порт на річці?", EnumSet.of(RUSSIAN, OTHER))).contains(OTHER);
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,Who built the harbour?", "RUSSIAN,Кто построил порт?", "GERMAN,Wer hat den Hafen gebaut?",
      "FRENCH,Qui a construit le port ?", "SPANISH,¿Quién construyó el puerto?", "ITALIAN,Chi ha costruito il porto?",
      "PORTUGUESE,Quem construiu o porto?", "TURKISH,Limanı kim ne zaman yaptı?", "ARABIC,من بنى الميناء؟",
      "CHINESE,谁建造了港口?", "JAPANESE,だれが港を作りましたか?", "KOREAN,누가 항구를 지었나요?", "OTHER,Ποιος έχτισε το λιμάνι;"})
  void guessesTheLanguageOfAQuestion(Language language, String question) {
    assertThat(QueryLanguages.guess(question)).isEqualTo(language);
  }

  @Test
  void namesArabicAmongOthers() {
    assertThat(QueryLanguages.of("من بنى الميناء؟", EnumSet.of(ARABIC, ENGLISH))).containsExactly(ARABIC);
  }
}
