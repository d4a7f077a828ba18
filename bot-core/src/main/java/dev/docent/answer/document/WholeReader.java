package dev.docent.answer.document;

import dev.docent.answer.extractive.AnswerShape;
import dev.docent.answer.Evidence;
import dev.docent.answer.extractive.QuestionKind;
import dev.docent.answer.extractive.RankedSentence;
import dev.docent.answer.extractive.SentenceFeatures;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import dev.docent.retrieval.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Quotes what answers a question about whole documents. Stateless. */
final class WholeReader {
  private static final int SENTENCES = 3;
  /** A longer list is no answer to be read in a chat. */
  static final int LISTED = 12;

  private WholeReader() {}

  /** In reading order; none where there is nothing of the kind. */
  static List<RankedSentence> sentences(WholeQuestion whole, Evidence evidence) {
    return switch (whole) {
      case INVENTORY -> evidence.passages().stream().map(WholeReader::title).toList();
      case DIGEST -> digest(evidence);
      case DATES -> telling(Dates::in, evidence);
      case NAMES -> telling(WholeReader::names, evidence);
    };
  }

  /** Of one document its three best sentences, of several the best of each. */
  private static List<RankedSentence> digest(Evidence evidence) {
    Map<String, List<Passage>> documents = new LinkedHashMap<>();
    evidence.passages()
        .forEach(p -> documents.computeIfAbsent(p.segment().documentId(), id -> new ArrayList<>()).add(p));
    int each = documents.size() == 1 ? SENTENCES : 1;
    return documents.values()
        .stream()
        .flatMap(passages -> new Digest(new Evidence(passages, evidence.view())).sentences(each).stream())
        .toList();
  }

  /** The words the document gives itself as its title, or its first sentence. */
  private static RankedSentence title(Passage passage) {
    Segment segment = passage.segment();
    int at = segment.text().indexOf(segment.title());
    TextRange range = at >= 0
        ? new TextRange(at, at + segment.title().length())
        : SentenceFeatures.bodySentences(segment)
            .stream()
            .findFirst()
            .orElse(new TextRange(0, segment.text().length()));
    return quoted(passage, range, "");
  }

  /** A single capitalised word needn't be a person. */
  private static List<String> names(String sentence, Language language) {
    return AnswerShape.find(QuestionKind.WHO, sentence, language, Set.of())
        .stream()
        .filter(name -> name.contains(" "))
        .toList();
  }

  /** Sentences that tell something new of the shape that is asked for, the shape marked. */
  private static List<RankedSentence> telling(BiFunction<String, Language, List<String>> shapes, Evidence evidence) {
    var telling = new ArrayList<RankedSentence>();
    Set<String> told = new HashSet<>();
    for (Passage passage : evidence.passages()) {
      Segment segment = passage.segment();
      for (TextRange range : SentenceFeatures.bodySentences(segment)) {
        List<String> fresh = shapes.apply(range.of(segment.text()), segment.language())
            .stream()
            .filter(told::add)
            .toList();
        if (!fresh.isEmpty() && telling.size() < LISTED) {
          telling.add(quoted(passage, range, fresh.getFirst()));
        }
      }
    }
    return telling;
  }

  static RankedSentence quoted(Passage passage, TextRange range, String marked) {
    return new RankedSentence(passage, range, List.of(), 0, List.of(), marked, false);
  }
}
