package dev.docent.corpus.files.text;

import dev.docent.corpus.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 into which bytes of another encoding have come, say a line that was pasted by an old program. Such a byte is
 * read as the letter that it is in an old encoding of the text's own language, if it is one; else it is shown as the
 * replacement character.
 */
final class StrayBytes {
  /** So much text around stray bytes, and of the text's beginning, tells its language. */
  private static final int AROUND = 40;
  private static final int BEGINNING = 2_000;
  private static final int LOOKED_AT = 50;
  private static final String POINTS = "–—‘’‚“”„…«»\u00A0°§€";

  private StrayBytes() {}

  static Decoded read(byte[] bytes, Set<Language> folder) {
    List<Part> parts = parts(bytes);
    CharsetGuess.@Nullable Stray likeliest = null;
    @Nullable
    Orthography language = null;
    double least = Double.MAX_VALUE;
    String good = new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.UTF_8);
    for (CharsetGuess.Stray stray : CharsetGuess.strays()) {
      String sample = sample(bytes, parts, stray.charset());
      for (Orthography one : stray.languages()) {
        double cost = one.cost(sample, c -> true) - (folder.contains(one.language()) ? 1 : 0);
        if (cost < least && one.writes(good)) {
          least = cost;
          likeliest = stray;
          language = one;
        }
      }
    }
    return joined(bytes, parts, likeliest, language);
  }

  /** Bytes that are UTF-8, or a run of them that is not. */
  private record Part(int from, int to, boolean stray) {}

  private static List<Part> parts(byte[] bytes) {
    var parts = new ArrayList<Part>();
    int from = 0;
    boolean stray = false;
    for (int i = 0; i < bytes.length;) {
      int length = Utf8.length(bytes, i);
      if (stray != (length == 0)) {
        if (i > from) {
          parts.add(new Part(from, i, stray));
        }
        from = i;
        stray = !stray;
      }
      i += Math.max(1, length);
    }
    parts.add(new Part(from, bytes.length, stray));
    return parts;
  }

  private static String sample(byte[] bytes, List<Part> parts, Charset charset) {
    String first = text(bytes, parts.getFirst(), StandardCharsets.UTF_8);
    var sample = new StringBuilder(first.substring(0, Math.min(BEGINNING, first.length())));
    int looked = 0;
    for (int i = 0; i < parts.size() && looked < LOOKED_AT; i++) {
      if (parts.get(i).stray) {
        looked++;
        String before = i == 0 ? "" : text(bytes, parts.get(i - 1), StandardCharsets.UTF_8);
        String after = i + 1 == parts.size() ? "" : text(bytes, parts.get(i + 1), StandardCharsets.UTF_8);
        sample.append('\n')
            .append(before, Math.max(0, before.length() - AROUND), before.length())
            .append(text(bytes, parts.get(i), charset))
            .append(after, 0, Math.min(AROUND, after.length()));
      }
    }
    return sample.toString();
  }

  private static Decoded joined(byte[] bytes, List<Part> parts, CharsetGuess.@Nullable Stray likeliest,
      @Nullable Orthography language) {
    var text = new StringBuilder(bytes.length);
    int strays = 0;
    boolean unread = false;
    for (Part part : parts) {
      if (!part.stray) {
        text.append(text(bytes, part, StandardCharsets.UTF_8));
        continue;
      }
      String read = likeliest == null ? "\uFFFD" : text(bytes, part, likeliest.charset());
      boolean known = language != null
          && read.chars().allMatch(c -> language.has(c) || POINTS.indexOf(c) >= 0);
      text.append(known ? read : "\uFFFD");
      strays += part.to - part.from;
      unread |= !known;
    }
    return new Decoded(text.toString(),
        (strays == 1 ? "1 byte of it isn't UTF-8; " : strays + " bytes of it aren't UTF-8; ")
            + (unread
                ? "what can't be read is shown as \uFFFD"
                : "read as " + (likeliest == null ? "nothing" : likeliest.charset().displayName()))
            + ". Save it as UTF-8");
  }

  private static String text(byte[] bytes, Part part, Charset charset) {
    return new String(bytes, part.from, part.to - part.from, charset);
  }
}
