package dev.docent.telegram.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartPayloadTest {

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void wordsWithUnderscoresAreAQuestion() {
    assertThat(StartPayload.question("who_was_the_first")).contains("who was the first");
  }

  @Test
  void base64urlIsReadInAnyAlphabet() {
    assertThat(StartPayload.question(base64("Кто был первым?"))).contains("Кто был первым?");
    assertThat(StartPayload.question(base64("Why?"))).contains("Why?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "newsletter", "ABCD2345", "ref-2024", "____", "-_-_", "AAAA", "dGVzdA"})
  void whatIsNoneIsNotAsked(String payload) {
    assertThat(StartPayload.question(payload)).isEmpty();
  }
}
