package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.QueryTerms;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a sentence that begins with a condition speaks to who asks whether something may be or is: "If you want to back
 * up the configuration, …" is for those who asked about the configuration. For one question; not for several threads.
 */
final class AskedCondition {
  private static final Pattern WHETHER = Pattern.compile(
      "(?iu)^\\W*(?:can|could|may|might|must|should|shall|do|does|did|is|are|was|were|am|will|would|has|have"
          + "|можно ли|можно|могу ли|надо ли|нужно ли|должен ли|kann|darf|muss|soll|ist|sind|puis-je|peut-on|dois-je|est-ce que|puedo|se puede|debo)(?!\\p{L})");
  private static final Pattern CONDITION = Pattern
      .compile("(?iu)^\\W*(?:if|unless|если|wenn|falls|si)\\s([^,;:]{3,}),");
  private static final double MOST = 0.75;

  private final boolean whether;
  private final Set<String> asked;
  private final IndexView view;
  private final Language language;

  AskedCondition(String question, QueryTerms terms, IndexView view) {
    this.whether = WHETHER.matcher(question).find();
    this.view = view;
    this.language = terms.language();
    this.asked = terms.own().stream().map(QueryTerms.Own::meant).collect(Collectors.toSet());
  }

  /** Whether it holds under a condition of which the question says little. */
  boolean missing(String sentence) {
    Matcher condition = CONDITION.matcher(sentence);
    if (!whether || !condition.find()) {
      return false;
    }
    Set<String> held = QueryTerms.carrying(condition.group(1), view, language)
        .stream()
        .map(Term::text)
        .collect(Collectors.toSet());
    long met = held.stream().filter(asked::contains).count();
    return met < MOST * held.size();
  }
}
