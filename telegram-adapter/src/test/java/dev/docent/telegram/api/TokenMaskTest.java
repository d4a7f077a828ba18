package dev.docent.telegram.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenMaskTest {
  private static final String TOKEN = "123456789:AAExample-Example_Example0123456789";

  @ParameterizedTest
  @ValueSource(strings = {"%s", "url=https://api.telegram.org/bot%s/getMe failed", "bot%s", "(%s)", "a\n%s\nb",
      "BotSession(botToken=%s, x)"})
  void noTokenIsLeft(String around) {
    assertThat(TokenMask.mask(around.formatted(TOKEN))).doesNotContain("AAExample");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12:30", "at 2026-11-24 12:30:45", "see https://example.org:8080/path", "1:2"})
  void whatIsNoTokenStays(String text) {
    assertThat(TokenMask.mask(text)).isEqualTo(text);
  }

  @Test
  void aTokenShowsNeitherItselfNorWhatItRefuses() {
    assertThat(new BotToken(TOKEN)).hasToString("123456789:***");
    assertThat(new BotToken(TOKEN).botId()).isEqualTo(123456789);
    assertThatThrownBy(() -> new BotToken("secret")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
