package dev.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegationTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ENGLISH | What can not be paid in cash?        | The deposit can be paid in cash.
      ENGLISH | Which room is never locked?          | The archive is locked at night.
      ENGLISH | Who was unable to sign the treaty?   | Lund signed the treaty.
      RUSSIAN | Кто не подписал договор?             | Договор подписал Орлов.
      """)
  void whatIsNotSoIsNotAnsweredByWhatIsSo(Language language, String question, String sentence) {
    assertThat(Negation.askedAndNotSaid(question, sentence, language)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      What can not be paid in cash?        | The rent is not payable in cash.
      What can not be paid in cash?        | Cash is refused for the rent.
      What can be paid in cash?            | The deposit can be paid in cash.
      Isn't the deposit paid in cash?      | The deposit is paid in cash.
      When did the United States join?     | The United States joined in 1949.
      """)
  void whatIsAnsweredIsNotSetBack(String question, String sentence) {
    assertThat(Negation.askedAndNotSaid(question, sentence, Language.ENGLISH)).isFalse();
  }
}
