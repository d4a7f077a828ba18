package dev.docent.answer;

import dev.docent.answer.Answer.Reason;
import dev.docent.answer.SentenceRanker.Enough;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.Term;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * The reader that needs no language model: it quotes the sentence that most likely holds the answer, two or three for
 * questions that one rarely answers, and declines below a calibrated floor. Safe for use by several threads.
 */
public final class ExtractiveReader implements Reader {
  public static final String NAME = "extractive";
  private static final int SENTENCES = 3;
  private static final int OF_A_SIDE = 2;
  /** Less than this of what the documents know of the question in the best passage: the topic isn't there. */
  private static final double TOPIC = 0.5;
  /** As sure as this of what the first passages say, it reads no further (decision 24). */
  private static final double SURE = 0.6;

  private final SentenceRanker ranker;
  private final Confidence confidence = new Confidence();

  public ExtractiveReader(SpanReader spans) {
    this.ranker = new SentenceRanker(spans);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Draft read(Query query, Evidence evidence, ClaimListener claims) throws InterruptedException {
    try {
      Draft draft = read(query, evidence);
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

  private Draft read(Query query, Evidence evidence) {
    Optional<WholeQuestion> whole = WholeQuestion.of(query);
    if (whole.isPresent()) {
      return whole(whole.get(), evidence);
    }
    Optional<Comparison> comparison = Comparison.of(query);
    return comparison.isPresent() ? compared(comparison.get(), evidence) : quoted(query, evidence);
  }

  private static Draft whole(WholeQuestion whole, Evidence evidence) {
    String aspect = whole.name().toLowerCase(Locale.ROOT);
    List<RankedSentence> sentences = WholeReader.sentences(whole, evidence);
    if (sentences.isEmpty()) {
      return new Draft.Declined(Reason.NOT_SUPPORTED, 0, List.of("asked for: " + aspect + "; there are none"));
    }
    var notes = new ArrayList<>(List.of("asked for: " + aspect + " of whole documents"));
    incomplete(whole, sentences.size(), evidence).ifPresent(said -> notes.addFirst(FallbackReader.NOTICE + said));
    return written(sentences, 1, notes);
  }

  /** What to say where the list that was asked for isn't all there. */
  private static Optional<String> incomplete(WholeQuestion whole, int listed, Evidence evidence) {
    int all = evidence.view().documents().size();
    return switch (whole) {
      case INVENTORY -> listed < all
          ? Optional.of("These are " + listed + " of " + all + " documents; the list of all is 'documents'.")
          : Optional.empty();
      case DATES, NAMES -> listed == WholeReader.LISTED
          ? Optional.of("These are the first " + listed + "; there may be more. Naming a document lists its own.")
          : Optional.empty();
      case DIGEST -> Optional.empty();
    };
  }

  /** What is said of each side, side by side; of one side alone there is nothing to compare. */
  private Draft compared(Comparison comparison, Evidence evidence) {
    Optional<List<DocumentEntry>> documents = comparison.documents(evidence.view());
    if (documents.isPresent()) {
      String one = documents.get().getFirst().id();
      String other = documents.get().getLast().id();
      return written(SideBySide.of(one, other, evidence), 1,
          List.of("asked for: a comparison of " + one + " and " + other));
    }
    var chosen = new ArrayList<RankedSentence>();
    for (Query side : comparison.sides()) {
      List<RankedSentence> about = ranker.rank(side, QuestionKind.OTHER, evidence)
          .sentences()
          .stream()
          .filter(s -> s.feature("coverage") >= TOPIC && !chosen.contains(s))
          .limit(OF_A_SIDE)
          .toList();
      if (about.isEmpty()) {
        return new Draft.Declined(Reason.NOT_SUPPORTED, 0,
            List.of("nothing to compare: no sentence is about “" + side.text() + "”"));
      }
      chosen.addAll(about);
    }
    return written(chosen, 1,
        List.of("asked for: a comparison of “" + comparison.first() + "” and “" + comparison.second() + "”"));
  }

  private Draft quoted(Query query, Evidence evidence) {
    Language language = evidence.passages().getFirst().segment().language();
    QuestionKind kind = QuestionKind.of(query, language);
    boolean fact = !kind.wide() && query.otherThan().isEmpty();
    SentenceRanker.Ranking ranking = ranker.rank(query, kind, evidence, fact ? this::enough : Enough.NEVER);
    List<RankedSentence> ranked = ranking.sentences();
    if (ranked.isEmpty()) {
      return new Draft.Declined(Reason.NO_EVIDENCE, 0, List.of("the passages hold no sentence"));
    }
    QueryTerms terms = QueryTerms.of(query, evidence.view(), language);
    Optional<String> unmet = Conditions.unmet(query, terms);
    boolean another = ranked.getFirst().contradicted();
    double sure = unmet.isPresent() || another ? 0 : confidence.of(ranking);
    double floor = confidence.floor(ranking);
    List<String> notes = notes(kind, ranking, sure, floor);
    unmet.ifPresent(word -> notes.add("“" + word + "” stands in none of the documents"));
    if (another) {
      notes.add("what is said is of another one than is asked for");
    }
    if (sure < floor) {
      return new Draft.Declined(topicIsHere(terms, evidence) ? Reason.NOT_SUPPORTED : Reason.NO_EVIDENCE, sure, notes,
          ranked.stream().map(s -> new Draft.Support(s.passage().segment(), s.text())).limit(SENTENCES).toList());
    }
    Optional<RankedSentence> otherwise = Disagreement.with(ranked.getFirst(), ranked, evidence.view());
    otherwise.ifPresent(other -> notes.addFirst(FallbackReader.NOTICE + Disagreement.words(ranked.getFirst(), other)));
    var chosen = new ArrayList<>(chosen(kind, ranked));
    otherwise.ifPresent(chosen::add);
    return chosen.size() == 1 && !kind.wide()
        ? new Draft.Written(List.of(claim(chosen.getFirst(), terms, evidence)), sure, notes)
        : written(chosen, sure, notes);
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

  private static List<RankedSentence> chosen(QuestionKind kind, List<RankedSentence> ranked) {
    RankedSentence best = ranked.getFirst();
    if (!kind.wide()) {
      return List.of(best);
    }
    // What belongs to the best sentence stands beside it; reading order makes sense of several.
    return ranked.stream()
        .limit(SENTENCES)
        .filter(s -> s.passage().segment().equals(best.passage().segment()) && s.score() > best.score() - 1.5)
        .sorted(Comparator.comparingInt(s -> s.range().start()))
        .toList();
  }

  private static Draft written(List<RankedSentence> sentences, double sure, List<String> notes) {
    return new Draft.Written(sentences.stream().map(ExtractiveReader::claim).toList(), sure, notes);
  }

  private static Draft.Claim claim(RankedSentence sentence) {
    return new Draft.Claim(sentence.text(), true, marked(sentence), support(sentence));
  }

  /** What is said of a fact, cut to the clauses that matter; the citation holds the whole sentence. */
  private static Draft.Claim claim(RankedSentence sentence, QueryTerms terms, Evidence evidence) {
    String marked = marked(sentence);
    String excerpt = Excerpt.of(sentence, marked, terms, evidence.view());
    return new Draft.Claim(TableHeader.with(excerpt, sentence, evidence.view()), true, marked, support(sentence));
  }

  private static List<Draft.Support> support(RankedSentence sentence) {
    return List.of(new Draft.Support(sentence.passage().segment(), sentence.text()));
  }

  private static String marked(RankedSentence sentence) {
    return !sentence.span().isBlank()
        ? sentence.span()
        : sentence.shapes().size() == 1 ? sentence.shapes().getFirst() : "";
  }

  private static List<String> notes(QuestionKind kind, SentenceRanker.Ranking ranking, double sure, double floor) {
    var notes = new ArrayList<String>();
    if (!ranking.notice().isEmpty()) {
      notes.add(FallbackReader.NOTICE + ranking.notice());
    }
    String asked = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    notes.add("asked for: %s; confidence %.2f, floor %.2f".formatted(asked, sure, floor));
    for (RankedSentence sentence : ranking.sentences().subList(0, Math.min(3, ranking.sentences().size()))) {
      notes.add("%.2f  “%s”  words %.2f%s%s".formatted(sentence.score(), shortened(sentence.text()),
          sentence.feature("coverage"), sentence.span().isBlank() ? "" : ", span “" + sentence.span() + "”",
          sentence.shapes().isEmpty() ? "" : ", found " + String.join(", ", sentence.shapes())));
    }
    return notes;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 100 ? line : line.substring(0, 99) + "…";
  }
}
