package dev.docent.telegram.text;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into messages: between paragraphs if it can, else between lines, sentences, words, characters. */
public final class MessageSplitter {
  /** Telegram's limit for a message, in UTF-16 units to be on the safe side. */
  public static final int MESSAGE = 4096;

  private MessageSplitter() {}

  /** Parts of at most {@code most} units, none of them blank; empty for a blank text. */
  public static List<Styled> of(Styled whole, int most) {
    var parts = new ArrayList<Styled>();
    int from = 0;
    String text = whole.text();
    while (from < text.length()) {
      int to = text.length() - from <= most ? text.length() : cut(text, from, from + most);
      Styled part = whole.part(from, to).stripped();
      if (!part.blank()) {
        parts.add(part);
      }
      from = to;
    }
    return parts;
  }

  /** Where to end a part that begins at {@code from} and must not go beyond {@code limit}. */
  private static int cut(String text, int from, int limit) {
    // A cut in the first half would make more messages than anybody wants.
    int least = from + (limit - from) / 2;
    for (String border : List.of("\n\n", "\n")) {
      int at = text.lastIndexOf(border, limit - border.length());
      if (at >= least) {
        return at + border.length();
      }
    }
    String window = text.substring(from, limit);
    int sentence = last(BreakIterator.getSentenceInstance(Locale.ROOT), window);
    if (from + sentence > least) {
      return from + sentence;
    }
    for (int at = limit; at > least; at--) {
      if (Character.isWhitespace(text.charAt(at)) || Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    // Not every script has blanks between words.
    int word = last(BreakIterator.getWordInstance(Locale.ROOT), window);
    if (from + word > least) {
      return from + word;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    int at = last(characters, window);
    // Thousands of combining signs on one letter are one character; it has to be cut all the same.
    return at > 0 ? from + at : limit - (Character.isHighSurrogate(text.charAt(limit - 1)) ? 1 : 0);
  }

  /** The last border inside of the window; below 1 for none. */
  private static int last(BreakIterator borders, String window) {
    borders.setText(window);
    return borders.preceding(window.length());
  }
}
