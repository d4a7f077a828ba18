package dev.docent.answer;

import dev.docent.corpus.Language;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.QueryTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A long sentence cut to the clauses that matter: the one with the answer, those that speak of the question, and those
 * without which the others would say something else, because they deny, doubt, limit or name the speaker. What is left
 * out is an ellipsis; the citation holds the whole sentence. English alone, where clauses can be told by their beginnings.
 */
final class Excerpt {
  /** What is shorter is read at a glance. In characters. */
  static final int LONG = 240;
  /** What saves less than this isn't worth an ellipsis. */
  private static final double WORTH = 0.25;
  private static final int FEW = 5;
  private static final String GAP = "…";
  private static final Pattern BOUNDARY = Pattern.compile("(?<=;)\\s+|\\s+(?=[–—]\\s)|\\s+(?=-\\s)"
      + "|(?<=,[\"”’]?)\\s+(?=(?:and|but|while|whereas|although|though|which|who|whose|where|when|because|since|so|after|before|"
      + "until|including|particularly|especially|as well as|as|with|in|at|on|by|for|from|during)\\b)");
  private static final Pattern TELLING = Pattern
      .compile("(?i)\\b(?:if|unless|except|only|according|say|says|said|claim\\w*|"
          + "alleg\\w*|declar\\w*|den(?:y|ie)\\w*|report\\w*|suppos\\w*|believ\\w*|rumou?r\\w*|argu\\w*|suggest\\w*|assert\\w*|state[ds]?|"
          + "told|would|might|may|could|should|however|instead|rather|other than|without|doubt\\w*|disput\\w*)\\b");

  private Excerpt() {}

  /** @param marked the words that answer; without them nothing can be cut */
  static String of(RankedSentence sentence, String marked, QueryTerms terms, IndexView view) {
    String text = sentence.text();
    Language language = sentence.passage().segment().language();
    int at = text.indexOf(marked);
    if (language != Language.ENGLISH || text.length() < LONG || marked.isBlank() || at < 0) {
      return text;
    }
    Set<String> asked = terms.own().stream().map(QueryTerms.Own::meant).collect(Collectors.toSet());
    List<Term> said = view.terms(text, language);
    var kept = new ArrayList<TextRange>();
    for (TextRange clause : clauses(text)) {
      String words = clause.of(text);
      boolean answers = clause.start() < at + marked.length() && clause.end() > at;
      boolean speaksOfIt = said.stream()
          .anyMatch(t -> t.start() >= clause.start() && t.end() <= clause.end() && asked.contains(t.text()));
      if (answers || speaksOfIt || TELLING.matcher(words).find() || Negation.plain(language).matcher(words).find()) {
        kept.add(clause);
      }
    }
    int length = kept.stream().mapToInt(TextRange::length).sum();
    return length > (1 - WORTH) * text.length() ? text : joined(text, kept);
  }

  /** Hardly a clause: a name between commas, one of a list. It stays with what follows. */
  private static boolean isShort(String clause) {
    return clause.strip().split("\\s+").length < FEW;
  }

  private static List<TextRange> clauses(String text) {
    var clauses = new ArrayList<TextRange>();
    int from = 0;
    Matcher boundary = BOUNDARY.matcher(text);
    while (boundary.find()) {
      if (isShort(text.substring(from, boundary.start()))) {
        continue;
      }
      clauses.add(new TextRange(from, boundary.start()));
      from = boundary.end();
    }
    var rest = new TextRange(from, text.length());
    if (isShort(rest.of(text)) && !clauses.isEmpty()) {
      rest = new TextRange(clauses.removeLast().start(), text.length());
    }
    clauses.add(rest);
    return clauses;
  }

  private static String joined(String text, List<TextRange> kept) {
    var excerpt = new StringBuilder();
    int end = 0;
    for (TextRange clause : kept) {
      boolean next = text.substring(end, clause.start()).isBlank();
      excerpt.append(next ? text.substring(end, clause.start()) : (excerpt.isEmpty() ? "" : " ") + GAP + " ")
          .append(clause.of(text));
      end = clause.end();
    }
    return end < text.length() ? excerpt.append(' ').append(GAP).toString() : excerpt.toString();
  }
}
