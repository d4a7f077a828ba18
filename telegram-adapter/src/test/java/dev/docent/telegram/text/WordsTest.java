package dev.docent.telegram.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

  static List<String> languages() {
    return Words.languages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageSaysAllThatEnglishSays(String language) {
    Map<String, String> english = Words.file("en");
    Map<String, String> other = Words.file(language);
    assertThat(other.keySet()).isEqualTo(english.keySet());
    other.forEach((key, pattern) -> assertThat(arguments(pattern, language)).as(key)
        .isEqualTo(arguments(String.valueOf(english.get(key)), "en")));
  }

  private static Set<String> arguments(String pattern, String language) {
    return new TreeSet<>(new MessageFormat(pattern, Locale.forLanguageTag(language)).getArgumentNames());
  }

  @Test
  void pluralsFollowTheLanguage() {
    assertThat(Words.in("ru").say("documents.head", 1)).isEqualTo("1 документ");
    assertThat(Words.in("ru").say("documents.head", 3)).isEqualTo("3 документа");
    assertThat(Words.in("ru").say("documents.head", 11)).isEqualTo("11 документов");
    assertThat(Words.in("en").say("documents.head", 1)).isEqualTo("1 document");
  }

  @Test
  void aLanguageIsKnownByItsTagAndOthersAreSpokenToInEnglish() {
    assertThat(Words.in("ru-RU").code()).isEqualTo("ru");
    assertThat(Words.in("xx").code()).isEqualTo("en");
    assertThat(Words.in(null).code()).isEqualTo("en");
  }
}
