package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.boot.InvalidSettingException;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.polling.Reception;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TelegramPropertiesTest {
  private static final String TOKEN = "123456789:AAExample-Example_Example0123456789";

  private static TelegramSettings settings(Map<String, String> written) {
    var all = new HashMap<String, String>();
    written.forEach((name, value) -> all.put("docent.telegram." + name, value));
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("docent.telegram", TelegramProperties.class)
        .settings(Path.of("data"));
  }

  @Test
  void aTokenIsAllItTakes() {
    TelegramSettings settings = settings(Map.of("token", " " + TOKEN + "\n"));
    assertThat(settings.token().botId()).isEqualTo(123456789);
    assertThat(settings.access()).isEqualTo(Openness.PAIRED);
    assertThat(settings.baseUrl()).isEqualTo(TelegramSettings.TELEGRAM);
    assertThat(settings.toString()).doesNotContain("AAExample");
  }

  @Test
  void theTokenMayBeInAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    assertThat(settings(Map.of("token-file", file.toString())).token().value()).isEqualTo(TOKEN);
    assertThatThrownBy(() -> settings(Map.of("token-file", folder.resolve("no").toString())))
        .isInstanceOf(MissingTokenException.class)
        .hasMessageContaining("can't be read");
  }

  @Test
  void everythingCanBeSet() {
    TelegramSettings settings = settings(Map.of("token", TOKEN, "base-url", "http://localhost:8081/tg/", "access",
        "listed", "admins", "1, 2", "users", "3", "groups", "-4 -5", "questions-per-minute", "6", "max-upload", "30MB",
        "health-port", "0"));
    assertThat(settings.baseUrl()).isEqualTo(URI.create("http://localhost:8081/tg"));
    assertThat(settings.access()).isEqualTo(Openness.LISTED);
    assertThat(settings.admins()).isEqualTo(Set.of(1L, 2L));
    assertThat(settings.groups()).isEqualTo(Set.of(-4L, -5L));
    assertThat(settings.perMinute()).isEqualTo(6);
    assertThat(settings.maxUpload()).isEqualTo(30 << 20);
    assertThat(settings.healthPort()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"base-url, ftp://x, no address", "access, everybody, none of", "admins, @ann, no Telegram id",
      "questions-per-day, 0, too small", "questions-per-day, many, no number", "max-upload, big, no size",
      "max-upload, 30MB, not between", "health-port, 99999, no port"})
  void whatCantBeUsedIsNamedWithWhatCan(String name, String value, String why) {
    assertThatThrownBy(() -> settings(Map.of("token", TOKEN, name, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("docent.telegram." + name)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org", "http://192.168.1.5:8081", "http://localhost.example.org",
      "http://127.0.0.1@example.org", "http://127.0.0.1.example.org", "http://[2001:db8::1]:8081",
      "HTTP://example.org"})
  void aTokenDoesntTravelInClearToAnotherMachine(String address) {
    assertThatThrownBy(() -> settings(Map.of("token", TOKEN, "base-url", address)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("docent.telegram.base-url");
    if (address.startsWith("http")) {
      assertThat(settings(Map.of("token", TOKEN, "base-url", address, "token-in-clear", "true")).baseUrl())
          .isEqualTo(URI.create(address));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8081", "http://LOCALHOST", "http://bot.localhost", "http://127.0.0.1:8081",
      "http://127.8.9.10", "http://[::1]:8081", "https://example.org", "https://192.168.1.5"})
  void onThisMachineOrEncryptedItMay(String address) {
    assertThat(settings(Map.of("token", TOKEN, "base-url", address)).baseUrl()).isEqualTo(URI.create(address));
  }

  @Test
  void everySettingStandsInTheReadme() throws Exception {
    Path readme = Path.of("..", "README.md");
    if (!Files.exists(readme)) {
      return;
    }
    String text = Files.readString(readme);
    assertThat(Arrays.stream(TelegramProperties.class.getRecordComponents()).map(RecordComponent::getName))
        .allSatisfy(name -> assertThat(text.lines()).anyMatch(
            line -> line.startsWith("|") && line.contains("`docent.telegram." + dashed(name) + "`")));
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  @Test
  void withoutATokenItIsSaidWhereOneComesFrom() {
    assertThatThrownBy(() -> settings(Map.of())).isInstanceOf(MissingTokenException.class)
        .hasMessageContaining("@BotFather");
  }

  @Test
  void withoutAWebhookTheBotPollsAndLeavesAnothersAlone() {
    assertThat(settings(Map.of("token", TOKEN)).reception()).isEqualTo(new Reception.Polling(false));
    assertThat(settings(Map.of("token", TOKEN, "remove-webhook", "true")).reception())
        .isEqualTo(new Reception.Polling(true));
  }

  @Test
  void aWebhookIsAllItTakes() {
    assertThat(settings(Map.of("token", TOKEN, "webhook-url", "https://bot.example.org/docent")).reception())
        .isEqualTo(new Reception.Webhook(URI.create("https://bot.example.org/docent"), "127.0.0.1", 8443, null, 40,
            false));
    String secret = "a-secret-of-16-or-more";
    assertThat(
        settings(Map.of("token", TOKEN, "webhook-url", "https://bot.example.org/s3cr3t", "webhook-secret", secret))
            .toString())
        .doesNotContain(secret, "s3cr3t");
  }

  @ParameterizedTest
  @CsvSource({"webhook-url,http://bot.example.org/,https", "webhook-url,bot.example.org,https",
      "webhook-secret,short,16 to 256", "webhook-connections,101,at most 100", "webhook-port,0,listen somewhere",
      "remove-webhook,perhaps,neither true nor false"})
  void whatAWebhookCantUseIsNamed(String name, String value, String words) {
    var all = new HashMap<>(Map.of("token", TOKEN, "webhook-url", "https://bot.example.org/"));
    all.put(name, value);
    assertThatThrownBy(() -> settings(all)).isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("docent.telegram." + name)
        .hasMessageContaining(words);
  }
}
