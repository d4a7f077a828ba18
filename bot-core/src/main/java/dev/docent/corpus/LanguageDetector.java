package dev.docent.corpus;

import java.util.Collection;

/** Tells the language of a text. Safe for use by several threads. */
public interface LanguageDetector {

  /**
   * The most likely language of the text among the candidates.
   *
   * @param candidates what may be answered; restricting them is what makes short texts detectable
   * @return one of the candidates, or {@link Language#OTHER} where the text speaks for none of them
   */
  Language detect(String text, Collection<Language> candidates);
}
