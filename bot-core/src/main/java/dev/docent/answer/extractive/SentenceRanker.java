package dev.docent.answer.extractive;

import dev.docent.answer.Evidence;
import dev.docent.answer.ReaderException;
import dev.docent.answer.SpanReader;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.Term;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Orders the sentences of the evidence by how likely each holds the answer: by what a span reader sees in them where
 * one knows the language, and by words. Safe for use by several threads.
 */
final class SentenceRanker {
  /** What a sentence about another one loses: as much as sets a good sentence apart from a middling one. */
  static final double ANOTHER = 4;
  /** What a sentence below a heading that asks the question gains, and the first one of them beside it. */
  static final double ASKED = 4;
  static final double FIRST_SAID = 1;
  /** What holds only under a condition that nobody named loses: it shares the question's words because of the condition. */
  static final double CONDITION = 6;
  /** So many passages are read before it is asked whether they are enough. */
  static final int FIRST = 2;
  private static final Pattern ASKING = Pattern
      .compile("(?i)\\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|"
          + "were|do|does|did|can|could|has|have|had|will|would|should|name|list|tell|give|explain|describe|show)\\b");

  private final SpanReader spans;
  private final LinearModel withSpans = LinearModel.load("sentence.spans", SentenceFeatures.NAMES);
  private final LinearModel wordsOnly = LinearModel.load("sentence.words", SentenceFeatures.NAMES);

  SentenceRanker(SpanReader spans) {
    this.spans = spans;
  }

  /**
   * The sentences, best first, and whether spans were read.
   *
   * @param notice why spans weren't read although they should have been; empty when all is well
   */
  record Ranking(List<RankedSentence> sentences, boolean spansRead, String notice) {
    Ranking {
      sentences = List.copyOf(sentences);
    }
  }

  /** Decides from the first passages' sentences, best first, whether the others need be read. */
  interface Enough {
    Enough NEVER = (first, others) -> false;

    /** @param others the sentences of the other passages, as far as words tell of them, in no order */
    boolean is(Ranking first, List<RankedSentence> others);
  }

  Ranking rank(Query query, QuestionKind kind, Evidence all) {
    return rank(query, kind, all, Enough.NEVER);
  }

  /**
   * As above, but where the first passages are enough, spans of the others aren't read and their sentences left out. The
   * scores are the same: what is seen in a passage doesn't depend on what else is read.
   */
  Ranking rank(Query query, QuestionKind kind, Evidence all, Enough enough) {
    Evidence evidence = inOneLanguage(all);
    if (!spans.understands(language(evidence)) || !asks(query)) {
      return ranking(query, kind, evidence, null, "");
    }
    try {
      String question = asked(query, evidence);
      List<SpanReader.Text> texts = evidence.passages()
          .stream()
          .map(passage -> HeadedText.of(passage.segment()).text())
          .toList();
      // Where no ranking of the first could be enough, none is made, and the cores share all of them.
      int first = enough == Enough.NEVER ? texts.size() : Math.min(FIRST, texts.size());
      var readings = new ArrayList<SpanReader.Reading>(spans.read(question, texts.subList(0, first)));
      if (readings.size() < texts.size()) {
        Ranking soFar = ranking(query, kind, evidence, readings, "");
        if (enough.is(soFar, unread(query, kind, evidence, readings.size()))) {
          return soFar;
        }
        readings.addAll(spans.read(question, texts.subList(readings.size(), texts.size())));
      }
      return ranking(query, kind, evidence, readings, "");
    } catch (ReaderException e) {
      return ranking(query, kind, evidence, null, String.valueOf(e.getMessage()));
    }
  }

  /** What a sentence gains by a heading that asks what is asked. It is often answered first, and then explained. */
  private static double asked(RankedSentence sentence, QuestionKind kind, AskingHeading headings) {
    Segment segment = sentence.passage().segment();
    if (!headings.asksTheSame(sentence.passage())) {
      return 0;
    }
    boolean first = segment.bodyStart() > 0 && sentence.feature("opening") > 0 && !kind.wide();
    return (headings.asksWordForWord(segment) ? 2 : 1) * ASKED + (first ? FIRST_SAID : 0);
  }

  private static List<RankedSentence> unread(Query query, QuestionKind kind, Evidence evidence, int read) {
    var features = new SentenceFeatures(query, QueryTerms.of(query, evidence.view(), language(evidence)), kind,
        evidence);
    return evidence.passages()
        .stream()
        .skip(read)
        .flatMap(passage -> features.of(passage, null).stream())
        .toList();
  }

  private Ranking ranking(Query query, QuestionKind kind, Evidence evidence,
      @Nullable List<SpanReader.Reading> readings, String notice) {
    LinearModel model = readings == null ? wordsOnly : withSpans;
    // Words that a rule has put together name things in ways the documents don't: "the Moscow ambassador".
    boolean asWritten = query.ruledOut().isEmpty();
    var contradiction = new Contradiction(query.text(), QueryTerms.of(query, evidence.view(), language(evidence)),
        evidence);
    Set<String> words = SentenceFeatures.words(query.text());
    var rows = new AskedRow(QueryTerms.of(query, evidence.view(), language(evidence)), evidence.view());
    var headings = new AskingHeading(query.text(), QueryTerms.of(query, evidence.view(), language(evidence)), evidence);
    var condition = new AskedCondition(query.text(), QueryTerms.of(query, evidence.view(), language(evidence)),
        evidence.view());
    List<RankedSentence> sentences = rows.told(sentences(query, kind, evidence, readings))
        .stream()
        .map(s -> s.withScore(model.score(s.values()) + asked(s, kind, headings)
            - (condition.missing(s.text()) ? CONDITION : 0)))
        .map(s -> s.contradicted() || asWritten && contradiction.by(s.passage().segment(), s.text())
            || !AnswerType.fits(query.text(), kind, s.text(), s.shapes(), s.passage().segment().language(), words)
                ? s.contradicted(ANOTHER)
                : s)
        .sorted(Comparator.comparingDouble(RankedSentence::score).reversed())
        .toList();
    return new Ranking(ruledOut(query.ruledOut(), sentences), readings != null, notice);
  }

  /** Without the sentences that only say again what isn't asked for any more, as long as there are others. */
  private static List<RankedSentence> ruledOut(String answered, List<RankedSentence> sentences) {
    if (answered.isBlank()) {
      return sentences;
    }
    List<RankedSentence> others = sentences.stream()
        .filter(sentence -> !sentence.saysOnly(answered))
        .map(sentence -> sentence.span().contains(answered) ? sentence.withoutSpan(ANOTHER) : sentence)
        .sorted(Comparator.comparingDouble(RankedSentence::score).reversed())
        .toList();
    return others.isEmpty() ? sentences : others;
  }

  /** What is put as a question; of a few words thrown in the span reader makes nothing, it was trained on questions. */
  private static boolean asks(Query query) {
    return !query.carried().isEmpty() || query.text().contains("?") || ASKING.matcher(query.text()).find();
  }

  private static Language language(Evidence evidence) {
    return evidence.passages().getFirst().segment().language();
  }

  /** Scores of spans and of words alone can't be compared; the best passage's language is the one that is asked in. */
  private Evidence inOneLanguage(Evidence evidence) {
    boolean understood = spans.understands(language(evidence));
    return new Evidence(evidence.passages()
        .stream()
        .filter(p -> spans.understands(p.segment().language()) == understood)
        .toList(), evidence.view());
  }

  /**
   * The question as the span reader is to read it: a follow-up that doesn't ask by itself with the turn before it, and
   * misspelt words as the evidence spells them.
   */
  private static String asked(Query query, Evidence evidence) {
    boolean asks = QuestionKind.of(query.text(), language(evidence)) != QuestionKind.OTHER;
    String question = asks ? query.text() : query.standalone();
    for (QueryTerms.Own own : QueryTerms.of(query, evidence.view(), language(evidence)).own()) {
      if (!own.meant().equals(own.term())) {
        question = question.replace(own.word(), spelling(own.meant(), evidence).orElse(own.word()));
      }
    }
    return question;
  }

  private static Optional<String> spelling(String term, Evidence evidence) {
    for (Passage passage : evidence.passages()) {
      Segment segment = passage.segment();
      for (Term other : evidence.view().terms(segment.text(), segment.language())) {
        if (other.text().equals(term)) {
          return Optional.of(segment.text().substring(other.start(), other.end()));
        }
      }
    }
    return Optional.empty();
  }

  private static List<RankedSentence> sentences(Query query, QuestionKind kind, Evidence evidence,
      @Nullable List<SpanReader.Reading> readings) {
    var sentences = new ArrayList<RankedSentence>();
    Map<Language, SentenceFeatures> features = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < (readings == null ? evidence.passages() : readings).size(); i++) {
      Passage passage = evidence.passages().get(i);
      var ofLanguage = features.computeIfAbsent(passage.segment().language(),
          l -> new SentenceFeatures(query, QueryTerms.of(query, evidence.view(), l), kind, evidence));
      // The same sentence in two documents is one candidate.
      ofLanguage.of(passage, readings == null ? null : HeadedText.of(passage.segment()).back(readings.get(i)))
          .stream()
          .filter(sentence -> seen.add(sentence.text()))
          .forEach(sentences::add);
    }
    return sentences;
  }
}
