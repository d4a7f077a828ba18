package dev.docent.corpus;

import java.util.Locale;

/** The languages that have an analysis of their own; everything else is {@link #OTHER} and analysed by script. */
public enum Language {
  ENGLISH("en"), RUSSIAN("ru"), GERMAN("de"), FRENCH("fr"), SPANISH("es"), ITALIAN("it"), PORTUGUESE("pt"), TURKISH(
      "tr"), ARABIC("ar"), CHINESE("zh"), JAPANESE("ja"), KOREAN("ko"), OTHER("und");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The ISO 639-1 code, or {@code und}. */
  public String code() {
    return code;
  }

  public Locale locale() {
    return this == OTHER ? Locale.ROOT : Locale.forLanguageTag(code);
  }

  /** Whether words are written without spaces between them. */
  public boolean unspaced() {
    return this == CHINESE || this == JAPANESE;
  }

  /** The language of an ISO 639-1 code; {@link #OTHER} for a code that is none of ours. */
  public static Language ofCode(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return language;
      }
    }
    return OTHER;
  }

  /** The English name of the language, as messages say it. */
  public String displayName() {
    return this == OTHER ? "another language" : locale().getDisplayLanguage(Locale.ENGLISH);
  }
}
