package dev.docent.corpus.opennlp;

import dev.docent.corpus.Language;
import dev.docent.corpus.LanguageDetector;
import dev.docent.corpus.NormalForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * OpenNLP's language model, held to the languages that matter. Left alone it mistakes short texts for one of a hundred
 * languages; asked among a dozen it is right. The model is loaded once for all, when a text comes
 * that doesn't tell its language at a glance, which takes about a second.
 */
public final class OpenNlpLanguageDetector implements LanguageDetector {
  private static final String MODEL = "/langdetect-183.bin";
  private static final int LONG_ENOUGH = 200;
  private static final int ENOUGH = 1_500;
  private static final Map<String, Language> LANGUAGES = Map.ofEntries(Map.entry("eng", Language.ENGLISH),
      Map.entry("rus", Language.RUSSIAN), Map.entry("deu", Language.GERMAN), Map.entry("fra", Language.FRENCH),
      Map.entry("spa", Language.SPANISH), Map.entry("ita", Language.ITALIAN), Map.entry("por", Language.PORTUGUESE),
      Map.entry("tur", Language.TURKISH), Map.entry("ara", Language.ARABIC), Map.entry("cmn", Language.CHINESE),
      Map.entry("jpn", Language.JAPANESE), Map.entry("kor", Language.KOREAN));

  private static final Map<Language, Set<UnicodeScript>> SCRIPTS = Map.of(Language.RUSSIAN,
      Set.of(UnicodeScript.CYRILLIC), Language.ARABIC, Set.of(UnicodeScript.ARABIC), Language.CHINESE,
      Set.of(UnicodeScript.HAN), Language.JAPANESE,
      Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA), Language.KOREAN,
      Set.of(UnicodeScript.HANGUL));

  private opennlp.tools.langdetect.@Nullable LanguageDetector detector;

  /** Loaded by whoever needs it first. */
  private static final class Model {
    static final LanguageDetectorModel LOADED = load();

    private static LanguageDetectorModel load() {
      try (InputStream in = Objects.requireNonNull(Model.class.getResourceAsStream(MODEL), MODEL)) {
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("the language model on the class path can't be read", e);
      }
    }
  }

  @Override
  public Language detect(String text, Collection<Language> candidates) {
    String sample = NormalForm.text(sample(text));
    if (sample.codePoints().noneMatch(Character::isLetter)) {
      return Language.OTHER;
    }
    return TellingWords.language(sample).filter(candidates::contains).orElseGet(() -> guess(sample, candidates));
  }

  private Language guess(String sample, Collection<Language> candidates) {
    opennlp.tools.langdetect.Language[] guesses;
    synchronized (this) {
      if (detector == null) {
        detector = new LanguageDetectorME(Model.LOADED);
      }
      guesses = detector.predictLanguages(sample);
    }
    double foreign = 0;
    for (var guess : guesses) {
      Language language = LANGUAGES.get(guess.getLang());
      if (language != null && candidates.contains(language) && written(language, sample)) {
        // A long text that speaks clearly for a language of none of ours is of that language.
        return sample.length() >= LONG_ENOUGH && foreign > 4 * guess.getConfidence() ? Language.OTHER : language;
      }
      foreign = language == null || !candidates.contains(language) ? Math.max(foreign, guess.getConfidence()) : foreign;
    }
    return Language.OTHER;
  }

  /** Detecting takes longer than all other reading of a text: its beginning and some of its middle speak for it. */
  private static String sample(String text) {
    return text.length() <= ENOUGH
        ? text
        : text.substring(0, ENOUGH / 2) + "\n" + text.substring(text.length() / 2, text.length() / 2 + ENOUGH / 2);
  }

  /** Numbers and codes between the words lead the model astray; the letters don't. */
  private static boolean written(Language language, String sample) {
    Set<UnicodeScript> scripts = SCRIPTS.getOrDefault(language, Set.of(UnicodeScript.LATIN));
    long letters = sample.codePoints().filter(Character::isLetter).count();
    long its = sample.codePoints().filter(c -> Character.isLetter(c) && scripts.contains(UnicodeScript.of(c))).count();
    return 5 * its >= letters;
  }
}
