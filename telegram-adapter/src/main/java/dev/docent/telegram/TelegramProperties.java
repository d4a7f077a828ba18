package dev.docent.telegram;

import dev.docent.boot.InvalidSettingException;
import dev.docent.boot.ThisMachine;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.polling.Reception;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The bot's settings as they were written; blank is as good as not set. Read as text so that a value that can't be used
 * is answered in Docent's words, not Spring's. {@link TelegramSettings} says what they mean.
 */
@ConfigurationProperties("docent.telegram")
record TelegramProperties(@Nullable String token, @Nullable String tokenFile, @Nullable String baseUrl,
    @Nullable String tokenInClear, @Nullable String access, @Nullable String admins, @Nullable String users,
    @Nullable String groups,
    @Nullable String questionsPerMinute, @Nullable String questionsPerDay, @Nullable String modelQuestionsPerDay,
    @Nullable String questionsAtOnce, @Nullable String maxUpload, @Nullable String healthPort,
    @Nullable String webhookUrl, @Nullable String webhookAddress, @Nullable String webhookPort,
    @Nullable String webhookSecret, @Nullable String webhookConnections, @Nullable String removeWebhook,
    @Nullable String sendFiles) {
  private static final String PREFIX = "docent.telegram.";

  /**
   * The settings these come to, defaults filled in.
   *
   * @throws MissingTokenException when there is no token, or one that can't be any
   * @throws InvalidSettingException for the first other value that can't be used
   */
  TelegramSettings settings(Path data) {
    BotToken secret = secret();
    URI base = read("base-url", baseUrl, TelegramProperties::address, TelegramSettings.TELEGRAM);
    if (ThisMachine.heardOnTheWayTo(base)
        && !read("token-in-clear", tokenInClear, TelegramProperties::yesOrNo, false)) {
      throw new InvalidSettingException(PREFIX + "base-url", "over http:// the bot's token would travel unencrypted to "
          + base.getHost() + ". Use https://, or set " + PREFIX + "token-in-clear=true if nobody listens on the way");
    }
    long download = base.equals(TelegramSettings.TELEGRAM) ? TelegramSettings.TELEGRAM_DOWNLOAD : 64L << 20;
    return new TelegramSettings(secret, base,
        read("access", access, TelegramProperties::openness, Openness.PAIRED),
        read("admins", admins, TelegramProperties::ids, Set.of()),
        read("users", users, TelegramProperties::ids, Set.of()),
        read("groups", groups, TelegramProperties::ids, Set.of()),
        read("questions-per-minute", questionsPerMinute, TelegramProperties::count, 10),
        read("questions-per-day", questionsPerDay, TelegramProperties::count, 100),
        read("model-questions-per-day", modelQuestionsPerDay, TelegramProperties::natural, 500),
        read("questions-at-once", questionsAtOnce, TelegramProperties::count, 8),
        read("max-upload", maxUpload, text -> size(text, download), download),
        read("health-port", healthPort, TelegramProperties::port, 8686), data, reception(),
        read("send-files", sendFiles, TelegramProperties::yesOrNo, false));
  }

  private Reception reception() {
    boolean takesOver = read("remove-webhook", removeWebhook, TelegramProperties::yesOrNo, false);
    if (!given(webhookUrl)) {
      return new Reception.Polling(takesOver);
    }
    URI url = read("webhook-url", webhookUrl, TelegramProperties::secure, TelegramSettings.TELEGRAM);
    String secret = given(webhookSecret)
        ? read("webhook-secret", webhookSecret, TelegramProperties::secretOfWebhook, "")
        : null;
    return new Reception.Webhook(url, read("webhook-address", webhookAddress, text -> text, "127.0.0.1"),
        read("webhook-port", webhookPort, TelegramProperties::listening, 8443), secret,
        read("webhook-connections", webhookConnections, TelegramProperties::connections, 40), takesOver);
  }

  private static URI secure(String text) {
    URI url = URI.create(text);
    if (url.getHost() == null || ThisMachine.heardOnTheWayTo(url) || url.getFragment() != null) {
      throw new IllegalArgumentException("no address such as https://bot.example.org/telegram");
    }
    return url;
  }

  private static String secretOfWebhook(String text) {
    if (!text.matches("[A-Za-z0-9_-]{16,256}")) {
      throw new IllegalArgumentException("a webhook's secret is 16 to 256 of A-Z a-z 0-9 _ -");
    }
    return text;
  }

  private static int listening(String text) {
    int port = port(text);
    if (port == 0) {
      throw new IllegalArgumentException("a webhook has to listen somewhere");
    }
    return port;
  }

  private static int connections(String text) {
    int count = count(text);
    if (count > 100) {
      throw new IllegalArgumentException("'" + text + "' is too many; Telegram opens at most 100");
    }
    return count;
  }

  private BotToken secret() {
    if (given(token)) {
      return parsed(PREFIX + "token", String.valueOf(token));
    }
    if (given(tokenFile)) {
      Path file = Path.of(String.valueOf(tokenFile).strip());
      try {
        return parsed(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new MissingTokenException(PREFIX + "token-file: " + file + " can't be read");
      }
    }
    throw new MissingTokenException("there is no bot token. Ask @BotFather in Telegram for one, then set"
        + " DOCENT_TELEGRAM_TOKEN or docent.telegram.token-file. To try it without Telegram:"
        + " docent telegram --rehearse");
  }

  private static BotToken parsed(String where, String text) {
    try {
      return new BotToken(text.strip());
    } catch (IllegalArgumentException e) {
      throw new MissingTokenException("what " + where + " holds " + e.getMessage());
    }
  }

  private static <T> T read(String name, @Nullable String value, Function<String, T> reading, T otherwise) {
    if (!given(value)) {
      return otherwise;
    }
    try {
      return reading.apply(String.valueOf(value).strip());
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(PREFIX + name, String.valueOf(e.getMessage()));
    }
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static URI address(String text) {
    if (!text.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
      throw new IllegalArgumentException("'" + text + "' is no address such as http://localhost:8081");
    }
    return URI.create(text.replaceAll("/+$", ""));
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    };
  }

  private static Openness openness(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "paired" -> Openness.PAIRED;
      case "listed" -> Openness.LISTED;
      case "open" -> Openness.OPEN;
      default -> throw new IllegalArgumentException("'" + text + "' is none of paired, listed, open");
    };
  }

  private static Set<Long> ids(String text) {
    return Arrays.stream(text.split("[,\\s]+"))
        .filter(id -> !id.isEmpty())
        .map(TelegramProperties::id)
        .collect(Collectors.toSet());
  }

  private static Long id(String text) {
    if (!text.matches("-?\\d{1,18}")) {
      throw new IllegalArgumentException("'" + text
          + "' is no Telegram id. Write numbers with commas between them; names can be taken by anybody");
    }
    return Long.valueOf(text);
  }

  private static int count(String text) {
    int count = natural(text);
    if (count < 1) {
      throw new IllegalArgumentException("'" + text + "' is too small; at least 1");
    }
    return count;
  }

  private static int natural(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("'" + text + "' is no number");
    }
    return Integer.parseInt(text);
  }

  private static int port(String text) {
    int port = natural(text);
    if (port > 65_535) {
      throw new IllegalArgumentException("'" + text + "' is no port; 0 serves nothing");
    }
    return port;
  }

  private static long size(String text, long most) {
    long size;
    try {
      size = DataSize.parse(text.toUpperCase(Locale.ROOT)).toBytes();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' is no size. Write it like 20MB", e);
    }
    if (size < 1 || size > most) {
      throw new IllegalArgumentException("'" + text + "' is not between 1 byte and " + (most >> 20) + " MB");
    }
    return size;
  }
}
