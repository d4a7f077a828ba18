package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;

/** How much of a document answers a question of a kind. Budgets are in words. */
enum Scope {
  /** A fact: its sentence, with what it can't be understood without. */
  FACT(45),
  /** What decides or defines: the paragraph, or the item with what leads in to it. */
  PARAGRAPH(70),
  /** Lists, steps, reasons: all of it. */
  WHOLE(130);

  private static final Cues CUES = Cues.load(Scope.class, "question-scopes.properties");

  final int words;

  Scope(int words) {
    this.words = words;
  }

  static Scope of(Query query, QuestionKind kind, Language language) {
    return switch (kind) {
      case WHO, WHEN, WHERE, HOW_MANY, HOW_LONG -> FACT;
      case LIST, HOW, WHY, SUMMARY -> WHOLE;
      case OTHER -> CUES.match("WHOLE", language, query.text()) ? WHOLE : PARAGRAPH;
    };
  }
}
