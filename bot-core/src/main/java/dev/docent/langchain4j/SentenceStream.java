package dev.docent.langchain4j;

import dev.docent.corpus.Language;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what a model writes, piece by piece, into sentences with their markers. For one thread. */
final class SentenceStream {

  /** One complete sentence; the text is without the markers. */
  record Sentence(String text, List<Integer> markers) {
    Sentence {
      markers = List.copyOf(markers);
    }
  }

  private static final String MARKER = "\\[\\d{1,3}(?:\\s*[,;]\\s*\\d{1,3})*]";
  private static final String STOP = "[.!?。！？…]+[\"”»’')]*";
  private static final Pattern MARKERS = Pattern.compile("\\s*" + MARKER);
  /** A marker beside a full stop, or a line's end; complete as soon as something follows that is no marker. */
  private static final Pattern COMPLETE = Pattern
      .compile("(?:(?:" + MARKER + "\\s*)+" + STOP + "|" + STOP + "\\s*(?:" + MARKER
          + "\\s*)+)(?=\\s*[^\\s\\[.!?。！？…])|\\n(?=\\s*[^\\s\\[])");
  private static final Pattern MARKERS_BEHIND = Pattern.compile("(" + STOP + ")\\s*((?:" + MARKER + "\\s*)+)");
  private static final Pattern DECORATION = Pattern.compile("(?m)^\\s*(?:[-*•]\\s+|#+\\s+|\\d{1,2}[.)]\\s+)|\\*\\*|__");
  private static final String THINKING = "<think>";
  private static final String THOUGHT = "</think>";
  /** An unmarked beginning this short ("Yes.", a misread "Dr.") belongs to the sentence after it. In words. */
  private static final int SHORT = 3;

  private final Language language;
  private final StringBuilder waiting = new StringBuilder();

  SentenceStream(Language language) {
    this.language = language;
  }

  /** Takes the next piece and gives the sentences that are now complete. */
  List<Sentence> add(String piece) {
    waiting.append(piece);
    if (thinking()) {
      return List.of();
    }
    var sentences = new ArrayList<Sentence>();
    Matcher complete = COMPLETE.matcher(waiting);
    int from = 0;
    while (complete.find()) {
      sentences.addAll(split(waiting.substring(from, complete.end())));
      from = complete.end();
    }
    waiting.delete(0, from);
    return sentences;
  }

  /** The sentences that are left when the model has written everything. */
  List<Sentence> finish() {
    List<Sentence> rest = thinking() ? List.of() : split(waiting.toString());
    waiting.setLength(0);
    return rest;
  }

  /** Drops a model's thoughts aloud; true while they go on. */
  private boolean thinking() {
    String begun = waiting.toString().stripLeading();
    if (!begun.startsWith(THINKING)) {
      return !begun.isEmpty() && THINKING.startsWith(begun);
    }
    int end = waiting.indexOf(THOUGHT);
    if (end >= 0) {
      waiting.delete(0, end + THOUGHT.length());
    }
    return end < 0;
  }

  private List<Sentence> split(String written) {
    String text = DECORATION.matcher(written).replaceAll("").strip();
    // With the markers before the full stop each sentence holds its own.
    text = MARKERS_BEHIND.matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(" " + m.group(2).strip() + m.group(1) + " "));
    var sentences = new ArrayList<Sentence>();
    String ahead = "";
    for (TextRange range : Sentences.of(text, language)) {
      String sentence = ahead + text.substring(range.start(), range.end());
      String words = MARKERS.matcher(sentence).replaceAll("").strip();
      List<Integer> markers = markers(sentence);
      boolean last = text.substring(range.end()).isBlank();
      if (markers.isEmpty() && !last && words.split("\\s+").length <= SHORT) {
        ahead = words + " ";
      } else {
        ahead = "";
        if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
          sentences.add(new Sentence(words, markers));
        }
      }
    }
    return sentences;
  }

  private static List<Integer> markers(String sentence) {
    return Pattern.compile(MARKER)
        .matcher(sentence)
        .results()
        .flatMap(found -> Pattern.compile("\\d+").matcher(found.group()).results())
        .map(number -> Integer.valueOf(number.group()))
        .distinct()
        .toList();
  }
}
