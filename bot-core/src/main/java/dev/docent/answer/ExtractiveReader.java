package dev.docent.answer;

import dev.docent.answer.Answer.Reason;
import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The reader that needs no language model: it quotes the sentence that most likely holds the answer, two or three for
 * questions that one rarely answers, and declines below a calibrated floor. Safe for use by several threads.
 */
public final class ExtractiveReader implements Reader {
  public static final String NAME = "extractive";
  private static final int SENTENCES = 3;
  /** Less of the question than this in the best passage means that the topic isn't there. */
  private static final double TOPIC = 0.5;

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
    Language language = evidence.passages().getFirst().segment().language();
    QuestionKind kind = QuestionKind.of(query, language);
    if (kind == QuestionKind.SUMMARY) {
      return written(new Digest(evidence).sentences(SENTENCES), List.of("a digest of the document"), 1, claims);
    }
    SentenceRanker.Ranking ranking;
    try {
      ranking = ranker.rank(query, kind, evidence);
    } catch (CancellationException e) {
      Thread.interrupted();
      throw new InterruptedException("cancelled while reading");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while reading");
    }
    List<RankedSentence> ranked = ranking.sentences();
    if (ranked.isEmpty()) {
      return new Draft.Declined(Reason.NO_EVIDENCE, 0, List.of("the passages hold no sentence"));
    }
    QueryTerms terms = QueryTerms.of(query, evidence.view(), language);
    Optional<String> unmet = Conditions.unmet(query, terms);
    double sure = unmet.isPresent() ? 0 : confidence.of(ranking, terms);
    double floor = confidence.floor(ranking);
    List<String> notes = notes(kind, ranking, sure, floor);
    unmet.ifPresent(word -> notes.add("“" + word + "” stands in none of the documents"));
    if (sure < floor) {
      boolean topic = ranked.getFirst().feature("passageCoverage") >= TOPIC;
      return new Draft.Declined(topic ? Reason.NOT_SUPPORTED : Reason.NO_EVIDENCE, sure, notes);
    }
    return written(chosen(kind, ranked), notes, sure, claims);
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

  private static Draft written(List<RankedSentence> sentences, List<String> notes, double sure,
      ClaimListener listener) {
    var claims = new ArrayList<Draft.Claim>();
    for (RankedSentence sentence : sentences) {
      String marked = !sentence.span().isBlank()
          ? sentence.span()
          : sentence.shapes().size() == 1 ? sentence.shapes().getFirst() : "";
      var claim = new Draft.Claim(sentence.text(), true, marked,
          List.of(new Draft.Support(sentence.passage().segment(), sentence.text())));
      claims.add(claim);
      listener.claim(claim);
    }
    return new Draft.Written(claims, sure, notes);
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
