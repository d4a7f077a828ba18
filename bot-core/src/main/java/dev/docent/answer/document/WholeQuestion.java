package dev.docent.answer.document;

import dev.docent.answer.extractive.Cues;
import dev.docent.answer.extractive.QuestionKind;
import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import java.util.Arrays;
import java.util.Optional;

/** What may be asked of whole documents. In the order in which the aspects are tried. */
enum WholeQuestion {
  /** Which documents there are. */
  INVENTORY,
  /** What has a date. */
  DATES,
  /** Who is named. */
  NAMES,
  /** What it all says, in short. */
  DIGEST;

  private static final Cues CUES = Cues.load(WholeQuestion.class, "whole-questions.properties");

  /** Empty for a question about a fact. */
  static Optional<WholeQuestion> of(Query query) {
    String text = query.text().replaceAll("[?!.\\s]+$", "");
    Language language = QueryLanguages.guess(text);
    Optional<WholeQuestion> aspect = Arrays.stream(values())
        .filter(whole -> CUES.match(whole.name(), language, text))
        .findFirst();
    return aspect.isEmpty() && QuestionKind.of(query.text(), language) == QuestionKind.SUMMARY
        ? Optional.of(DIGEST)
        : aspect;
  }
}
