package dev.docent.answer.pipeline;

import dev.docent.answer.Answer.SmallTalk;
import dev.docent.corpus.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Tells what people say to a bot beside their questions. Only what is nothing else is taken for it: "thanks", and not
 * "thanks to whom did it end?".
 */
final class SmallTalkCues {
  private static final Properties CUES = load("small-talk.properties");
  private static final Properties REPLIES = load("small-talk-replies.properties");
  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{P}\\p{So}]+|[\\s\\p{P}\\p{So}]+$");
  private static final int LONGEST = 60;

  private SmallTalkCues() {}

  /** Empty for a question. */
  static Optional<SmallTalk> of(String text) {
    String said = ENDS.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll("");
    if (said.isEmpty() || said.length() > LONGEST) {
      return Optional.empty();
    }
    for (SmallTalk.Kind kind : SmallTalk.Kind.values()) {
      for (Language language : Language.values()) {
        String key = kind.name().toLowerCase(Locale.ROOT) + "." + language.code();
        String cue = CUES.getProperty(key);
        if (cue != null && Pattern.compile("(?:" + cue + ")", Pattern.UNICODE_CASE).matcher(said).matches()) {
          return Optional.of(new SmallTalk(kind, language,
              Objects.requireNonNull(REPLIES.getProperty(key), key)));
        }
      }
    }
    return Optional.empty();
  }

  private static Properties load(String resource) {
    var properties = new Properties();
    try (InputStream in = Objects.requireNonNull(SmallTalkCues.class.getResourceAsStream(resource), resource)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read from the class path", e);
    }
    return properties;
  }
}
