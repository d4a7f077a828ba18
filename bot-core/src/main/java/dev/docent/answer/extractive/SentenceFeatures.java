package dev.docent.answer.extractive;

import dev.docent.answer.Evidence;
import dev.docent.answer.Negation;
import dev.docent.answer.SpanReader;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a sentence without understanding it: which of the question's terms it holds, how they stand, what
 * surrounds it, and whether it has the shape of the answer that is asked for. For one query; not for several threads.
 */
public final class SentenceFeatures {
  /** The features in their order; docs/quality.md says what each is worth. */
  static final List<String> NAMES = List.of("coverage", "context", "proper", "pairs", "similar", "shape", "fresh",
      "words", "rank", "nearness", "passageCoverage", "length", "opening", "span", "answerable", "reading",
      "cosine", "denied", "exact", "headed");

  /** Those that are a span reader's. */
  static final List<String> READ = List.of("span", "answerable", "reading");

  /** Margins are cut off here: how far below "no answer" a span is says nothing any more. */
  private static final double LEAST_MARGIN = -20;
  /** What a passage that the dense ranking doesn't hold counts as behind the best. */
  private static final double FAR = -0.1;
  private static final double USUAL_COSINE = 0.75;
  private static final SpanReader.Span NO_SPAN = new SpanReader.Span(new TextRange(0, 0), 0);

  private final IndexView view;
  private final QueryTerms terms;
  private final QuestionKind kind;
  private final String question;
  private final Set<String> questionWords;
  private final double totalIdf;
  private final double bestWords;
  private final double bestCosine;

  SentenceFeatures(Query query, QueryTerms terms, QuestionKind kind, Evidence evidence) {
    this.view = evidence.view();
    this.terms = terms;
    this.kind = kind;
    this.question = query.text();
    this.questionWords = words(query.text());
    this.totalIdf = Math.max(1e-9, terms.own().stream().mapToDouble(QueryTerms.Own::idf).sum());
    this.bestCosine = evidence.passages().stream().mapToDouble(p -> p.vectors().score()).max().orElse(0);
    this.bestWords = evidence.passages().stream().mapToDouble(p -> p.words().score()).max().orElse(0);
  }

  static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{Nd}]+")).collect(Collectors.toSet());
  }

  /**
   * The sentences of a passage's body, in order.
   *
   * @param reading what a span reader made of the same sentences; null where none read them
   */
  List<RankedSentence> of(Passage passage, SpanReader.@Nullable Reading reading) {
    Segment segment = passage.segment();
    List<Term> analysed = view.terms(segment.text(), segment.language());
    Set<String> heads = view.terms(segment.title() + "\n" + String.join("\n", segment.headings()), segment.language())
        .stream()
        .map(Term::text)
        .collect(Collectors.toSet());
    Set<String> whole = analysed.stream().map(Term::text).collect(Collectors.toCollection(HashSet::new));
    whole.addAll(heads);
    double headed = segment.headings().isEmpty()
        ? 0
        : coverage(view.terms(segment.headings().getLast(), segment.language())
            .stream()
            .map(Term::text)
            .collect(Collectors.toSet()));
    var ranked = new ArrayList<RankedSentence>();
    Set<String> before = heads;
    for (TextRange range : bodySentences(segment)) {
      List<String> inside = analysed.stream()
          .filter(t -> t.start() >= range.start() && t.end() <= range.end())
          .map(Term::text)
          .toList();
      String text = range.of(segment.text());
      SpanReader.Span span = reading == null ? NO_SPAN : reading.spans().get(ranked.size());
      List<String> shapes = AnswerShape.find(kind, text, segment.language(), questionWords);
      List<Double> values = List.of(coverage(new HashSet<>(inside)), coverage(union(inside, before)),
          proper(inside, whole), pairs(inside), similar(inside), shape(shapes, segment.language()), fresh(inside),
          bestWords > 0 ? passage.words().score() / bestWords : 0, 1.0 / passage.rank(),
          nearness(passage), coverage(whole), Math.log(1 + inside.size()),
          ranked.isEmpty() ? 1.0 : 0.0, Math.max(LEAST_MARGIN, span.margin()) / -LEAST_MARGIN,
          reading == null ? 0 : reading.answerable() / -LEAST_MARGIN, reading == null ? 0 : reading.confidence(),
          cosine(passage), Negation.askedAndNotSaid(question, text, segment.language()) ? 1.0 : 0.0,
          exact(inside, shapes, reading == null ? shapes : List.of(span.range().of(segment.text()))), headed);
      ranked.add(new RankedSentence(passage, range, values, 0, shapes, span.range().of(segment.text()), false));
      before = union(inside, heads);
    }
    return ranked;
  }

  /** The sentences of a segment's body, in order. */
  public static List<TextRange> bodySentences(Segment segment) {
    // By itself: a heading right above the text would be taken for the beginning of its first sentence.
    return Sentences.of(segment.body(), segment.language())
        .stream()
        .map(range -> new TextRange(segment.bodyStart() + range.start(), segment.bodyStart() + range.end()))
        .toList();
  }

  /** How far the passage's vector is behind the nearest one's; 0 for all as long as there are no vectors. */
  private double nearness(Passage passage) {
    if (bestCosine == 0) {
      return 0;
    }
    return passage.vectors().ranked() ? passage.vectors().score() - bestCosine : FAR;
  }

  /** The passage's cosine; a middling one as long as there are no vectors. */
  private double cosine(Passage passage) {
    return bestCosine == 0 ? USUAL_COSINE : passage.vectors().score();
  }

  private double coverage(Set<String> inside) {
    return terms.own().stream().filter(own -> inside.contains(own.meant())).mapToDouble(QueryTerms.Own::idf).sum()
        / totalIdf;
  }

  /** The share of the question's names and numbers that the passage holds, those in the sentence counted twice. */
  private double proper(List<String> inside, Set<String> whole) {
    double all = 0;
    double held = 0;
    for (QueryTerms.Own own : terms.own()) {
      if (own.proper()) {
        all += 2 * own.idf();
        held += own.idf() * ((inside.contains(own.meant()) ? 1 : 0) + (whole.contains(own.meant()) ? 1 : 0));
      }
    }
    return all == 0 ? 1 : held / all;
  }

  /** The share of the question's neighbouring terms that stand close to each other in the sentence. */
  private double pairs(List<String> inside) {
    int close = 0;
    for (int i = 0; i + 1 < terms.own().size(); i++) {
      String a = terms.own().get(i).meant();
      String b = terms.own().get(i + 1).meant();
      close += near(inside, a, b) ? 1 : 0;
    }
    return terms.own().size() < 2 ? 0 : (double) close / (terms.own().size() - 1);
  }

  private static boolean near(List<String> inside, String a, String b) {
    for (int i = 0; i < inside.size(); i++) {
      if (inside.get(i).equals(a)) {
        for (int j = Math.max(0, i - 3); j <= Math.min(inside.size() - 1, i + 3); j++) {
          if (j != i && inside.get(j).equals(b)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The idf share of terms that the sentence doesn't hold but begins alike: recognised, recognition. */
  private double similar(List<String> inside) {
    double sum = 0;
    for (QueryTerms.Own own : terms.own()) {
      if (!inside.contains(own.meant()) && inside.stream().anyMatch(other -> alike(own.meant(), other))) {
        sum += own.idf();
      }
    }
    return sum / totalIdf;
  }

  private static boolean alike(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int common = 0;
    while (common < shorter && a.charAt(common) == b.charAt(common)) {
      common++;
    }
    return common >= 4 && common >= 0.6 * Math.max(a.length(), b.length());
  }

  private double shape(List<String> shapes, Language language) {
    if (!AnswerShape.tells(kind, language)) {
      return 0;
    }
    return shapes.isEmpty() ? -1 : 1;
  }

  /**
   * Whether it is the day that the span reader points at, or the sentence says, where "when" is asked; of a sentence that
   * speaks of anything in the question.
   */
  private double exact(List<String> inside, List<String> shapes, List<String> dates) {
    boolean day = kind == QuestionKind.WHEN && !shapes.isEmpty() && dates.stream().anyMatch(AnswerShape::exact);
    return day && coverage(new HashSet<>(inside)) > 0 ? 1 : 0;
  }

  /** Whether the sentence says anything that the question doesn't. */
  private double fresh(List<String> inside) {
    long other = inside.stream().filter(t -> terms.own().stream().noneMatch(own -> own.meant().equals(t))).count();
    return Math.min(1, other / 4.0);
  }

  private static Set<String> union(List<String> a, Set<String> b) {
    var union = new HashSet<>(b);
    union.addAll(a);
    return union;
  }
}
