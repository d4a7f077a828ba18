package dev.docent.langchain4j;

import dev.docent.answer.Draft.Support;
import dev.docent.answer.Evidence;
import dev.docent.answer.Negation;
import dev.docent.answer.QuoteChooser;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.langchain4j.reply.Statement;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the statements of a model rest on: the passages it names, and where it names none, those whose words it has. */
final class Grounds {
  /** How a model calls what it was shown, in the languages it may answer in. */
  private static final Pattern MATERIAL = Pattern
      .compile("(?iu)(?<!\\p{L})(?:passages?|documents?|excerpts?|context|sources?|"
          + "provided (?:text|information|material)s?|отрыв\\p{L}+|документ\\p{L}*|источник\\p{L}*|фрагмент\\p{L}*|материал\\p{L}*|"
          + "dokument\\p{L}*|textstelle\\p{L}*|passage\\p{L}*|auszüge\\p{L}*|unterlage\\p{L}*|quelle\\p{L}*|extraits?|documento\\p{L}*|"
          + "pasaje\\p{L}*|fragmento\\p{L}*|passagg\\p{L}+|document[oi]|bran[oi]|trechos?|passage[mn]s?|資料|文書|文档|문서)(?!\\p{L})");
  /** Of an unmarked statement's words, by their rarity, so many stand in a passage that it rests on. */
  private static final double HELD = 0.5;
  /** A sentence beside a marker that has fewer of the words of all that was shown speaks of something else. */
  private static final double STRANGE = 0.15;

  private final Query query;
  private final List<Segment> segments;
  private final IndexView view;
  private final Set<String> names;

  Grounds(Query query, Evidence evidence) {
    this.query = query;
    this.view = evidence.view();
    this.segments = evidence.passages().stream().map(Passage::segment).toList();
    this.names = new HashSet<>();
    for (Segment segment : segments) {
      names.add(folded(segment.title()));
      names.add(folded(segment.documentId()));
      names.add(folded(segment.documentId().replaceFirst("^.*/", "")));
      segment.headings().forEach(heading -> names.add(folded(heading)));
      names.add(folded(segment.title() + " " + String.join(" ", segment.headings())));
    }
    names.remove("");
  }

  int count() {
    return segments.size();
  }

  /** Whether a line is what one of the documents, or a part of it, is called. */
  boolean named(String line) {
    String words = folded(line);
    return names.contains(words);
  }

  /** Whether a text only repeats what was asked. */
  boolean asks(String text) {
    String words = folded(text);
    return words.equals(folded(query.original())) || words.equals(folded(query.standalone()));
  }

  /** Whether a statement says that the documents don't say something. */
  boolean gap(String text) {
    return MATERIAL.matcher(text).find() && Negation.plain(QueryLanguages.guess(text)).matcher(text).find();
  }

  /** What a statement rests on; empty for one that names passages there aren't, or none and says nothing of theirs. */
  List<Support> support(Statement statement) {
    List<Segment> cited = statement.passages()
        .stream()
        .filter(n -> n >= 1 && n <= segments.size())
        .map(n -> segments.get(n - 1))
        .distinct()
        .toList();
    if (statement.cited().isEmpty() && comparable(statement.text())
        && held(statement.text(), all()) < (cited.isEmpty() ? HELD : STRANGE)) {
      return List.of();
    }
    if (cited.isEmpty() && statement.passages().isEmpty()) {
      cited = comparable(statement.text()) ? List.of(best(statement.text())) : List.of();
    }
    return cited.stream()
        .map(segment -> new Support(segment, QuoteChooser.choose(asking(statement.text(), segment), segment,
            view)))
        .toList();
  }

  /** Words in another language than the passage find their place in it by those of the question, translated. */
  private String asking(String text, Segment segment) {
    return QueryLanguages.of(text, Set.of(segment.language())).isEmpty()
        ? text + "\n" + query.text() + "\n" + String.join("\n", query.translations())
        : text;
  }

  private boolean comparable(String text) {
    Set<Language> languages = segments.stream().map(Segment::language).collect(Collectors.toSet());
    return !QueryLanguages.of(text, languages).isEmpty();
  }

  private String all() {
    return query.original() + "\n" + query.standalone() + "\n"
        + segments.stream().map(Grounds::shown).collect(Collectors.joining("\n"));
  }

  private Segment best(String text) {
    Segment best = segments.getFirst();
    double most = -1;
    for (Segment segment : segments) {
      double held = held(text, shown(segment));
      if (held > most) {
        most = held;
        best = segment;
      }
    }
    return best;
  }

  /** The share of a text's words, by their rarity, that another holds. */
  private double held(String text, String other) {
    Language language = segments.getFirst().language();
    Set<String> there = terms(other, language);
    double all = 0;
    double shared = 0;
    for (String term : terms(text, language)) {
      double idf = view.idf(term, language);
      all += idf;
      shared += there.contains(term) ? idf : 0;
    }
    return all == 0 ? 1 : shared / all;
  }

  private Set<String> terms(String text, Language language) {
    return view.terms(text, language).stream().map(Term::text).collect(Collectors.toSet());
  }

  private static String shown(Segment segment) {
    return segment.title() + "\n" + String.join("\n", segment.headings()) + "\n" + segment.text();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip();
  }
}
