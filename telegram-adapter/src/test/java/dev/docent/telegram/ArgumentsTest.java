package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

  @Test
  void optionsBecomeSettings() {
    assertThat(Arguments.parse("--knowledge", "dir", "telegram", "--model=offline"))
        .isEqualTo(new Arguments.Run(Map.of("docent.knowledge", "dir", "docent.model", "offline")));
    assertThat(Arguments.parse("telegram", "--rehearse")).isEqualTo(new Arguments.Rehearse(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"--nonsense, no such option", "hello, takes no words", "--model, needs a value", "--model=x, unknown"})
  void whatCantBeUnderstoodIsNamed(String word, String why) {
    assertThat(Arguments.parse("telegram", word)).isInstanceOfSatisfying(Arguments.Misuse.class,
        misuse -> assertThat(misuse.message()).contains(why));
  }

  @Test
  void helpNamesTheSettings() {
    assertThat(Arguments.parse("telegram", "--help")).isInstanceOfSatisfying(Arguments.Show.class,
        show -> assertThat(show.text()).contains("docent.telegram.access", "--rehearse", "78"));
  }
}
