package dev.docent.corpus;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in the one form in which words are compared: composed (NFC), letters that only look different (ligatures,
 * contextual forms, full and half width) as plain ones, and without what shows nothing: soft hyphens, zero width spaces
 * and joiners, marks of direction. Each of its characters knows where it stands in the original. Numbers stay what they
 * are: no power becomes a digit, as NFKC would make of it. Immutable.
 */
public final class NormalForm {
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

  private final String text;
  private final int length;
  /** Null where the form is the original itself. */
  private final int @Nullable [] starts;
  private final int @Nullable [] ends;

  private NormalForm(String text, int length, int @Nullable [] starts, int @Nullable [] ends) {
    this.text = text;
    this.length = length;
    this.starts = starts;
    this.ends = ends;
  }

  public static NormalForm of(String original) {
    return isNormal(original)
        ? new NormalForm(original, original.length(), null, null)
        : new Composing(original).form();
  }

  /** The normal form of a text whose places nobody asks for. */
  public static String text(String original) {
    return of(original).text;
  }

  /** Whether a character shows nothing and counts for nothing between letters. */
  public static boolean showsNothing(int character) {
    return switch (character) {
      case 0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF -> true;
      default -> character >= 0x200B && character <= 0x200F || character >= 0x202A && character <= 0x202E
          || character >= 0x2060 && character <= 0x2069 || character >= 0xFE00 && character <= 0xFE0F;
    };
  }

  public String text() {
    return text;
  }

  /** Where in the original the character at this place of the form begins; at the form's end, the original's end. */
  public int start(int at) {
    return starts == null ? at : at < text.length() ? starts[at] : length;
  }

  /** Where in the original the character at this place of the form ends. */
  public int end(int at) {
    return ends == null ? at + 1 : ends[at];
  }

  private static boolean isNormal(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0xAD || c >= 0x300 && (showsNothing(c) || looksDifferent(c))) {
        return false;
      }
      plain &= c < 0x300;
    }
    return plain || COMPOSED.isNormalized(text);
  }

  /** Latin and Hebrew ligatures, Arabic letters by their place in the word, wide and narrow forms. */
  private static boolean looksDifferent(int character) {
    return character >= 0xFB00 && character <= 0xFDFF || character >= 0xFE70 && character <= 0xFFEF;
  }

  /** Goes through a text by what belongs together: a letter with the marks that follow it, the parts of a syllable. */
  private static final class Composing {
    private final String original;
    private final StringBuilder text;
    private final StringBuilder group = new StringBuilder();
    private int groupStart = 0;
    private int groupEnd = 0;
    private int[] starts;
    private int[] ends;

    Composing(String original) {
      this.original = original;
      this.text = new StringBuilder(original.length());
      this.starts = new int[original.length() + 16];
      this.ends = new int[original.length() + 16];
    }

    NormalForm form() {
      for (int i = 0; i < original.length();) {
        int character = original.codePointAt(i);
        int next = i + Character.charCount(character);
        if (!showsNothing(character)) {
          add(looksDifferent(character)
              ? COMPATIBLE.normalize(Character.toString(character))
              : Character.toString(character), i, next);
        }
        i = next;
      }
      flush();
      return new NormalForm(text.toString(), original.length(), Arrays.copyOf(starts, text.length()),
          Arrays.copyOf(ends, text.length()));
    }

    private void add(String characters, int start, int end) {
      if (!group.isEmpty() && COMPOSED.hasBoundaryBefore(characters.codePointAt(0))) {
        flush();
      }
      groupStart = group.isEmpty() ? start : groupStart;
      groupEnd = end;
      group.append(characters);
    }

    private void flush() {
      String composed = group.length() == 1 ? group.toString() : COMPOSED.normalize(group);
      if (text.length() + composed.length() > starts.length) {
        int room = 2 * (text.length() + composed.length());
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
      }
      Arrays.fill(starts, text.length(), text.length() + composed.length(), groupStart);
      Arrays.fill(ends, text.length(), text.length() + composed.length(), groupEnd);
      text.append(composed);
      group.setLength(0);
    }
  }
}
