package dev.docent.langchain4j;

import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import dev.docent.retrieval.QueryLanguages;
import dev.docent.retrieval.QuestionWords;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells a question that was made self-contained from whatever else a model may write instead of it: an answer, an excuse, a
 * question of its own. What is taken for a question is looked for in the documents and shown to the owner as a gap, so
 * it must be the user's: one sentence that asks, in words that were used before.
 */
final class StandaloneQuestion {
  /** A rewritten question longer than this is an answer or a lecture. In characters. */
  private static final int LONGEST = 500;
  /** Of the words that carry the question, so many must have been used in the conversation. */
  private static final double FAMILIAR = 0.5;
  /** As much of a word as its forms share. */
  private static final int STEM = 5;

  private static final Pattern THINKING = Pattern.compile("(?s)^\\s*<think>.*?</think>");
  private static final Pattern LABEL = Pattern
      .compile("(?iu)^[*_#\\s]*(?:[\\p{L}-]+ ){0,2}(?:question|query|follow-up|вопрос)[*_]*\\s*:[*_\\s]*");
  private static final Pattern QUOTES = Pattern.compile("^[\"“«„*_]+|[\"”»*_]+$");
  private static final Pattern ASKS = Pattern.compile("[?？؟;][\"”»)\\s]*$");
  /** After a short word, or a letter, stands the dot of an abbreviation. */
  private static final Pattern NEXT_SENTENCE = Pattern
      .compile("(?:[!?。！？؟…]|(?<![\\p{L}.])(?:\\p{L}{5,}|\\S*\\d)\\.)[\"”»)]*\\s+\\p{L}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private StandaloneQuestion() {}

  /**
   * The question in what a model wrote; empty when it wrote something else.
   *
   * @param translated whether it was asked to write it in another language than the user's
   */
  static Optional<String> in(String written, String question, List<Turn> turns, boolean translated) {
    String line = THINKING.matcher(written).replaceFirst("").strip();
    line = QUOTES.matcher(LABEL.matcher(line).replaceFirst("")).replaceAll("").strip();
    if (line.isEmpty() || line.length() > LONGEST || line.lines().count() != 1) {
      return Optional.empty();
    }
    if (same(line, question)) {
      return Optional.of(line);
    }
    boolean several = NEXT_SENTENCE.matcher(line).find() && !NEXT_SENTENCE.matcher(question.strip()).find();
    return !several && asks(line, question) && (translated || familiar(line, question, turns))
        ? Optional.of(line)
        : Optional.empty();
  }

  private static boolean same(String line, String question) {
    return words(line).toList().equals(words(question).toList());
  }

  /** With a mark of its own, or by beginning as the user's began who set none: "tell me about …". */
  private static boolean asks(String line, String question) {
    return ASKS.matcher(line).find()
        || !ASKS.matcher(question).find() && words(line).findFirst().equals(words(question).findFirst());
  }

  private static boolean familiar(String line, String question, List<Turn> turns) {
    Language language = QueryLanguages.guess(line);
    Set<String> known = new HashSet<>();
    Stream.concat(Stream.of(question), turns.stream().flatMap(t -> Stream.of(t.question(), t.standalone(), t.answer())))
        .flatMap(StandaloneQuestion::words)
        .forEach(word -> known.add(stem(word)));
    List<String> telling = words(line).filter(word -> !QuestionWords.contains(word, language)).toList();
    long familiar = telling.stream().filter(word -> known.contains(stem(word))).count();
    return familiar > 0 && familiar >= FAMILIAR * telling.size();
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group);
  }

  private static String stem(String word) {
    return word.substring(0, Math.min(STEM, word.length()));
  }
}
