package dev.docent.answer.extractive;

import dev.docent.answer.Evidence;
import dev.docent.corpus.Segment;
import dev.docent.index.Term;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.QueryTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the heading above a text asks what is asked, as in a list of frequent questions: then the text below it answers,
 * whatever its words. For one question; not for several threads.
 */
final class AskingHeading {
  /** So much of the question, by idf, stands in the heading. */
  private static final double OF_QUESTION = 0.8;
  /** So much of the heading, by number of words, stands in the question. */
  private static final double OF_HEADING = 0.5;
  private static final Pattern ASKS = Pattern.compile("[?？؟]\\W*$");

  /** The nearest vector by a margin, where it is near: another wording of the same question. */
  private static final double NEAR = 0.74;
  private static final double MARGIN = 0.03;

  private final String question;
  private final QueryTerms terms;
  private final Evidence evidence;
  private final Map<String, Boolean> known = new HashMap<>();

  AskingHeading(String question, QueryTerms terms, Evidence evidence) {
    this.question = folded(question);
    this.terms = terms;
    this.evidence = evidence;
  }

  /** Whether it asks in the same words, all of them. */
  boolean asksWordForWord(Segment segment) {
    return asks(segment) && folded(segment.headings().getLast()).equals(question);
  }

  boolean asksTheSame(Passage passage) {
    Segment segment = passage.segment();
    return asks(segment)
        && (known.computeIfAbsent(segment.headings().getLast(), heading -> asksTheSame(heading, segment))
            || nearest(passage));
  }

  private static boolean asks(Segment segment) {
    return !segment.headings().isEmpty() && ASKS.matcher(segment.headings().getLast()).find();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", " ").strip();
  }

  private boolean nearest(Passage passage) {
    double near = passage.vectors().score();
    return passage.vectors().ranked() && near >= NEAR && evidence.passages()
        .stream()
        .filter(other -> !other.segment().headings().equals(passage.segment().headings()) && other.vectors().ranked())
        .allMatch(other -> other.vectors().score() <= near - MARGIN);
  }

  private boolean asksTheSame(String heading, Segment segment) {
    Set<String> said = evidence.view()
        .terms(heading, segment.language())
        .stream()
        .map(Term::text)
        .collect(Collectors.toSet());
    List<QueryTerms.Own> held = terms.own().stream().filter(own -> said.contains(own.meant())).toList();
    double all = terms.own().stream().mapToDouble(QueryTerms.Own::idf).sum();
    return !said.isEmpty() && held.stream().mapToDouble(QueryTerms.Own::idf).sum() >= OF_QUESTION * Math.max(all, 1e-9)
        && held.stream().map(QueryTerms.Own::meant).distinct().count() >= OF_HEADING * said.size();
  }
}
