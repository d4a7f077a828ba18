package dev.docent.answer.claim;

import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Support;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells when a statement takes the name beside the one that its words belong to: "Berg was sent to Rome, and Lund to Oslo"
 * says nothing of Lund in Rome, though all of it stands there. A clause belongs to the names in it, up to the next name's.
 */
final class NameBeside {
  /** Two or three words with capitals are a person or a body; one may be anything. */
  private static final Pattern NAME = Pattern
      .compile("\\p{Lu}[\\p{L}'’-]+(?:\\s+(?:\\p{Lu}\\.\\s+)?\\p{Lu}[\\p{L}'’-]+){1,2}");
  private static final Pattern END = Pattern.compile("[,;.!?\\n]");
  /** So many more of the statement's words stand with another name. */
  private static final int MORE = 2;
  /** A statement of fewer words says what the question asks. */
  private static final int FEW = 2;
  private static final double REPEATED = 0.5;

  private final IndexView view;
  private final Query query;

  NameBeside(IndexView view, Query query) {
    this.view = view;
    this.query = query;
  }

  /** The words that stand with another name, if the statement's only name isn't theirs. */
  Optional<String> objection(String text, Said said) {
    List<String> names = NAME.matcher(text).results().map(MatchResult::group).distinct().toList();
    List<Segment> cited = said.support().stream().map(Support::segment).distinct().toList();
    if (cited.isEmpty()) {
      return Optional.empty();
    }
    List<String> clauses = cited.stream().flatMap(segment -> clauses(segment.body()).stream()).toList();
    Set<String> asked = terms(query.text(), cited);
    // A name that the question has isn't the answer.
    List<String> held = names.stream()
        .filter(name -> clauses.stream().anyMatch(clause -> clause.contains(name)))
        .filter(name -> terms(name, cited).stream().noneMatch(asked::contains))
        .toList();
    if (held.size() != 1) {
      return Optional.empty();
    }
    String name = held.getFirst();
    Set<String> told = terms(text.replace(name, " "), cited);
    Set<String> wanted = told.stream().filter(asked::contains).collect(Collectors.toSet());
    if (wanted.size() < REPEATED * told.size()) {
      return Optional.empty();
    }
    wanted = wanted.size() < FEW ? asked : wanted;
    int own = 0;
    int most = 0;
    String best = "";
    for (String clause : clauses) {
      Set<String> shared = new HashSet<>(terms(clause.replace(name, " "), cited));
      shared.retainAll(wanted);
      if (clause.contains(name)) {
        own = Math.max(own, shared.size());
      } else if (shared.size() > most && NAME.matcher(clause).find()) {
        most = shared.size();
        best = clause;
      }
    }
    return most >= own + MORE ? Optional.of(best.replaceAll("\\s+", " ").strip()) : Optional.empty();
  }

  /** The text in pieces: each from where the clause of a name begins to where that of the next does. */
  private static List<String> clauses(String text) {
    var clauses = new ArrayList<String>();
    Matcher name = NAME.matcher(text);
    int from = 0;
    while (name.find()) {
      int begin = from;
      Matcher end = END.matcher(text).region(from, name.start());
      while (end.find()) {
        begin = end.end();
      }
      if (begin > from) {
        clauses.add(text.substring(from, begin));
        from = begin;
      }
    }
    clauses.add(text.substring(from));
    return clauses;
  }

  private Set<String> terms(String text, List<Segment> cited) {
    return view.terms(text, cited.getFirst().language()).stream().map(Term::text).collect(Collectors.toSet());
  }
}
