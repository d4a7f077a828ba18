package dev.docent.telegram.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Docent says in one language. A language is one file, {@code words_CODE.properties}, with ICU's message formats
 * and its own name under {@code language}; what it lacks is said in English.
 */
public final class Words {
  private static final String ENGLISH = "en";
  private static final List<String> SHIPPED = List.of(ENGLISH, "ru");
  private static final Map<String, Words> ALL = load();

  private final String code;
  private final Map<String, String> patterns;

  private Words(String code, Map<String, String> patterns) {
    this.code = code;
    this.patterns = patterns;
  }

  private static Map<String, Words> load() {
    var all = new LinkedHashMap<String, Words>();
    Map<String, String> english = file(ENGLISH);
    for (String code : SHIPPED) {
      var patterns = new TreeMap<>(english);
      patterns.putAll(file(code));
      all.put(code, new Words(code, patterns));
    }
    return all;
  }

  static Map<String, String> file(String code) {
    String name = "words_" + code + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      var patterns = new TreeMap<String, String>();
      properties.stringPropertyNames().forEach(key -> patterns.put(key, properties.getProperty(key)));
      return patterns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words for a language as Telegram names it, such as {@code ru} or {@code en-GB}; English for unknown ones. */
  public static Words in(@Nullable String language) {
    String code = language == null ? ENGLISH : language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    Words words = ALL.get(ALL.containsKey(code) ? code : ENGLISH);
    return Objects.requireNonNull(words);
  }

  /** Codes of the languages there are, English first. */
  public static List<String> languages() {
    return new ArrayList<>(ALL.keySet());
  }

  public static boolean knows(String code) {
    return ALL.containsKey(code);
  }

  public String code() {
    return code;
  }

  Set<String> keys() {
    return patterns.keySet();
  }

  /** Says something, with values for what is {@code {0}}, {@code {1}} … in its pattern. */
  public String say(String key, Object... values) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return new MessageFormat(pattern, Locale.forLanguageTag(code)).format(values);
  }
}
