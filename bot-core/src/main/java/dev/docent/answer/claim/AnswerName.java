package dev.docent.answer.claim;

import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Support;
import dev.docent.answer.ReaderException;
import dev.docent.answer.SpanReader;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a question is answered by a name, asks the span reader which name of the passage it is. A model that takes the
 * name beside it says the opposite of the truth in words that all stand there.
 */
final class AnswerName {
  /** Two or three words with capitals are a person or a body; one may be anything. */
  private static final Pattern NAME = Pattern
      .compile("\\p{Lu}[\\p{L}'’-]+(?:\\s+(?:\\p{Lu}\\.\\s+)?\\p{Lu}[\\p{L}'’-]+){1,2}");
  /** How sure the reader must be, in logits above "no answer". */
  private static final double SURE = 2;
  /** What of the question's own words a statement repeats that answers it; a short one needn't. */
  private static final double REPEATED = 0.5;
  private static final int SHORT = 1;

  private final SpanReader reader;
  private final IndexView view;
  private final String question;

  AnswerName(SpanReader reader, IndexView view, Query query) {
    this.reader = reader;
    this.view = view;
    this.question = query.text();
  }

  /** The name that stands where the answer does, if the statement gives another of the same passage instead. */
  Optional<String> objection(String text, Said said) {
    List<Segment> cited = said.support().stream().map(Support::segment).distinct().toList();
    Matcher name = NAME.matcher(text);
    if (question.isBlank() || cited.isEmpty() || !name.find()
        || !cited.stream().allMatch(s -> reader.understands(s.language()) && answers(text, s))) {
      return Optional.empty();
    }
    return best(cited).filter(best -> !related(best, text) && name.reset()
        .results()
        .anyMatch(
            said1 -> cited.stream().anyMatch(s -> s.text().contains(said1.group()))));
  }

  private boolean answers(String text, Segment segment) {
    Set<String> asked = terms(question, segment);
    Set<String> told = terms(NAME.matcher(text).replaceAll(" "), segment);
    long repeated = asked.stream().filter(told::contains).count();
    return told.size() <= SHORT || asked.containsAll(told) || repeated >= REPEATED * asked.size();
  }

  private Set<String> terms(String text, Segment segment) {
    return view.terms(text, segment.language()).stream().map(Term::text).collect(Collectors.toSet());
  }

  /** The name that the reader points at in what is cited, if it is one. */
  private Optional<String> best(List<Segment> cited) {
    List<SpanReader.Text> texts = cited.stream()
        .map(s -> new SpanReader.Text(s.body(), Sentences.of(s.body(), s.language())))
        .toList();
    List<SpanReader.Reading> readings;
    try {
      readings = reader.read(question, texts);
    } catch (ReaderException e) {
      // The other checks must do; whoever reads with it says that it can't be loaded.
      return Optional.empty();
    }
    String best = "";
    double most = SURE;
    for (int i = 0; i < texts.size(); i++) {
      for (SpanReader.Span span : readings.get(i).spans()) {
        if (span.margin() > most) {
          most = span.margin();
          TextRange range = span.range();
          best = range.of(texts.get(i).text());
        }
      }
    }
    return Optional.of(best).filter(words -> NAME.matcher(words).matches());
  }

  private static boolean related(String name, String text) {
    String held = Shown.fold(text);
    return Pattern.compile("[^\\p{L}]+")
        .splitAsStream(Shown.fold(name))
        .anyMatch(word -> word.length() > 2 && held.contains(word));
  }
}
