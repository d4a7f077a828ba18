package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;
import java.util.Arrays;

/** The kind of answer a question asks for, as far as its words show it. In the order in which the kinds are tried. */
public enum QuestionKind {
  SUMMARY, WHY, HOW_LONG, HOW_MANY, WHEN, WHO, WHERE, LIST, HOW, OTHER;

  private static final Cues CUES = Cues.load(QuestionKind.class, "question-kinds.properties");

  /** What the query asks for; a follow-up such as "and in 1975?" asks for what the turn before it asked for. */
  public static QuestionKind of(Query query, Language language) {
    QuestionKind kind = of(query.text(), language);
    return kind == OTHER && !query.carried().isEmpty()
        ? query.carried().stream().map(asked -> of(asked, language)).filter(k -> k != OTHER).findFirst().orElse(OTHER)
        : kind;
  }

  /** What the question asks for; {@link #OTHER} where nothing shows it. */
  public static QuestionKind of(String question, Language language) {
    return Arrays.stream(values())
        .filter(kind -> CUES.match(kind.name(), language, question))
        .findFirst()
        .orElse(OTHER);
  }

  /** Whether one sentence rarely says it all. */
  boolean wide() {
    return this == WHY || this == HOW || this == LIST || this == SUMMARY;
  }
}
