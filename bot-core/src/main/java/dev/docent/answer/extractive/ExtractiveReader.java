package dev.docent.answer.extractive;

import dev.docent.answer.ClaimListener;
import dev.docent.answer.Draft;
import dev.docent.answer.Evidence;
import dev.docent.answer.Excerpt;
import dev.docent.answer.Notes;
import dev.docent.answer.FallbackReader;
import dev.docent.answer.Reader;
import dev.docent.answer.SpanReader;
import dev.docent.answer.Answer.Reason;
import dev.docent.answer.extractive.SentenceRanker.Enough;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.Term;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * The reader that needs no language model: it quotes the piece of a document around the sentence that most likely
 * holds the answer, and declines below a calibrated floor. Safe for use by several threads.
 */
public final class ExtractiveReader implements Reader {
  public static final Name NAME = Name.quoting("extractive");
  private static final int NEAREST = 3;
  /** Less than this of what the documents know of the question in the best passage: the topic isn't there. */
  private static final double TOPIC = 0.5;
  /** A sentence whose score is so much lower is a third as likely. */
  private static final double HARDLY_LESS = 1.1;
  private static final int RIVALS = 4;
  /** As sure as this of what the first passages say, it reads no further (decision 24). */
  private static final double SURE = 0.6;

  private final SentenceRanker ranker;
  private final Confidence confidence = new Confidence();

  public ExtractiveReader(SpanReader spans) {
    this.ranker = new SentenceRanker(spans);
  }

  @Override
  public Name name() {
    return NAME;
  }

  @Override
  public Draft read(Query query, Evidence evidence, ClaimListener claims) throws InterruptedException {
    try {
      Draft draft = quoted(query, evidence);
      if (Thread.interrupted()) {
        throw new InterruptedException("cancelled while reading");
      }
      if (draft instanceof Draft.Written written) {
        written.claims().forEach(claims::claim);
      }
      return draft;
    } catch (CancellationException e) {
      Thread.interrupted();
      throw new InterruptedException("cancelled while reading");
    }
  }

  /** The sentences about a query, best first, whatever it asks for. */
  public List<RankedSentence> ranked(Query query, Evidence evidence) {
    return ranker.rank(query, QuestionKind.OTHER, evidence).sentences();
  }

  /** A sentence as a quote by itself. */
  public static Draft.Claim sentence(RankedSentence sentence) {
    return new Draft.Claim.Quoted(Excerpts.sentence(sentence));
  }

  private Draft quoted(Query query, Evidence evidence) {
    Language language = evidence.passages().getFirst().segment().language();
    QuestionKind kind = QuestionKind.of(query, language);
    boolean fact = !kind.wide() && query.ruledOut().isEmpty();
    SentenceRanker.Ranking ranking = ranker.rank(query, kind, evidence, fact ? this::enough : Enough.NEVER);
    List<RankedSentence> ranked = ranking.sentences();
    if (ranked.isEmpty()) {
      return new Draft.Declined(Reason.NO_EVIDENCE, 0, Notes.of("the passages hold no sentence"));
    }
    QueryTerms terms = QueryTerms.of(query, evidence.view(), language);
    Optional<String> unmet = Conditions.unmet(query, terms);
    boolean another = ranked.getFirst().contradicted();
    double floor = confidence.floor(ranking);
    boolean asked = new AskingHeading(query.text(), terms, evidence)
        .asksTheSame(ranked.getFirst().passage());
    double sure = unmet.isPresent() || another ? 0 : Math.max(confidence.of(ranking), asked ? floor : 0);
    var excerpts = new Excerpts(evidence.view());
    Notes notes = notes(kind, ranking, sure, floor);
    if (unmet.isPresent()) {
      notes = notes.considered("“" + unmet.get() + "” stands in none of the documents");
    }
    if (another) {
      notes = notes.considered("what is said is of another one, or of another kind, than is asked for");
    }
    if (sure < floor) {
      return new Draft.Declined(topicIsHere(terms, evidence) ? Reason.NOT_SUPPORTED : Reason.NO_EVIDENCE, sure, notes,
          nearest(ranked, excerpts));
    }
    Optional<RankedSentence> otherwise = Disagreement.with(ranked.getFirst(), ranked, evidence.view());
    var claims = new ArrayList<Draft.Claim>();
    Scope scope = Scope.of(query, kind, language);
    Excerpt first = excerpts.around(ranked.getFirst(), scope, rivals(ranked));
    claims.add(new Draft.Claim.Quoted(first));
    if (otherwise.isPresent()) {
      notes = notes.notice(Disagreement.words(ranked.getFirst(), otherwise.get()));
      claims.add(new Draft.Claim.Quoted(excerpts.around(otherwise.get(), Scope.FACT)));
    }
    return new Draft.Written(claims, sure, notes);
  }

  /** The sentences that are hardly less likely to answer than the best. */
  private static List<RankedSentence> rivals(List<RankedSentence> ranked) {
    return ranked.stream()
        .skip(1)
        .filter(sentence -> sentence.score() >= ranked.getFirst().score() - HARDLY_LESS && !sentence.contradicted())
        .limit(RIVALS)
        .toList();
  }

  /** What is shown where no answer is sure: of each of the best passages what stands around its best sentence. */
  private static List<Excerpt> nearest(List<RankedSentence> ranked, Excerpts excerpts) {
    Set<String> seen = new HashSet<>();
    return ranked.stream()
        .filter(sentence -> seen.add(sentence.passage().segment().id()))
        .limit(NEAREST)
        .map(sentence -> excerpts.around(sentence, Scope.PARAGRAPH))
        .toList();
  }

  /** Sure of the best sentence, and no other passage says as much of the question, to answer better or otherwise. */
  private boolean enough(SentenceRanker.Ranking first, List<RankedSentence> others) {
    return !first.sentences().isEmpty() && !first.sentences().getFirst().contradicted()
        && confidence.of(first) >= SURE
        && others.stream().noneMatch(other -> Disagreement.asMuchAsked(other, first.sentences().getFirst()));
  }

  /** Whether the best passage holds most of what the documents know of the question at all. */
  private static boolean topicIsHere(QueryTerms terms, Evidence evidence) {
    Segment best = evidence.passages().getFirst().segment();
    Set<String> held = evidence.view()
        .terms(best.title() + "\n" + String.join("\n", best.headings()) + "\n" + best.text(), best.language())
        .stream()
        .map(Term::text)
        .collect(Collectors.toSet());
    List<QueryTerms.Own> known = terms.own().stream().filter(o -> o.known() && o.meant().equals(o.term())).toList();
    double all = known.stream().mapToDouble(QueryTerms.Own::idf).sum();
    double there = known.stream().filter(o -> held.contains(o.meant())).mapToDouble(QueryTerms.Own::idf).sum();
    return all > 0 && there >= TOPIC * all;
  }

  private static Notes notes(QuestionKind kind, SentenceRanker.Ranking ranking, double sure, double floor) {
    var notes = new ArrayList<String>();
    String asked = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    notes.add("asked for: %s; confidence %.2f, floor %.2f".formatted(asked, sure, floor));
    for (RankedSentence sentence : ranking.sentences().subList(0, Math.min(3, ranking.sentences().size()))) {
      notes.add("%.2f  “%s”  words %.2f%s%s".formatted(sentence.score(), shortened(sentence.text()),
          sentence.feature("coverage"), sentence.span().isBlank() ? "" : ", span “" + sentence.span() + "”",
          sentence.shapes().isEmpty() ? "" : ", found " + String.join(", ", sentence.shapes())));
    }
    return ranking.notice().isEmpty() ? Notes.of(notes) : Notes.of(notes).notice(ranking.notice());
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 100 ? line : line.substring(0, 99) + "…";
  }
}
