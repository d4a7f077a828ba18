package dev.docent.corpus.opennlp;

import dev.docent.corpus.Language;
import dev.docent.corpus.LanguageDetector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * OpenNLP's language model, held to the languages that matter. Left alone it mistakes short texts for one of a hundred
 * languages; asked among a dozen it is right. The model is loaded at first use, which takes about a second.
 */
public final class OpenNlpLanguageDetector implements LanguageDetector {
  private static final String MODEL = "/langdetect-183.bin";
  private static final int LONG_ENOUGH = 200;
  private static final int ENOUGH = 4_000;
  private static final Map<String, Language> LANGUAGES = Map.ofEntries(Map.entry("eng", Language.ENGLISH),
      Map.entry("rus", Language.RUSSIAN), Map.entry("deu", Language.GERMAN), Map.entry("fra", Language.FRENCH),
      Map.entry("spa", Language.SPANISH), Map.entry("ita", Language.ITALIAN), Map.entry("por", Language.PORTUGUESE),
      Map.entry("tur", Language.TURKISH), Map.entry("ara", Language.ARABIC), Map.entry("cmn", Language.CHINESE),
      Map.entry("jpn", Language.JAPANESE), Map.entry("kor", Language.KOREAN));

  private opennlp.tools.langdetect.@Nullable LanguageDetector model;

  @Override
  public Language detect(String text, Collection<Language> candidates) {
    String sample = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
    if (sample.codePoints().noneMatch(Character::isLetter)) {
      return Language.OTHER;
    }
    opennlp.tools.langdetect.Language[] guesses;
    synchronized (this) {
      guesses = model().predictLanguages(sample);
    }
    for (var guess : guesses) {
      Language language = LANGUAGES.get(guess.getLang());
      if (language != null && candidates.contains(language)) {
        // A long text that speaks clearly for a language of none of ours is of that language.
        boolean foreign = sample.length() >= LONG_ENOUGH && guess != guesses[0]
            && guesses[0].getConfidence() > 4 * guess.getConfidence();
        return foreign ? Language.OTHER : language;
      }
    }
    return Language.OTHER;
  }

  private opennlp.tools.langdetect.LanguageDetector model() {
    if (model == null) {
      try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(MODEL), MODEL)) {
        model = new LanguageDetectorME(new LanguageDetectorModel(in));
      } catch (IOException e) {
        throw new UncheckedIOException("the language model on the class path can't be read", e);
      }
    }
    return model;
  }
}
