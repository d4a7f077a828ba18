package dev.docent.answer.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import dev.docent.corpus.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as the model sees it.
 *
 * @param ids the tokens' numbers in the vocabulary
 * @param ranges the characters each stands for, in order
 */
record Tokens(List<Long> ids, List<TextRange> ranges) {
  private static final int REPLACEMENT = 0xFFFD;

  Tokens {
    ids = List.copyOf(ids);
    ranges = List.copyOf(ranges);
    if (ids.size() != ranges.size()) {
      throw new IllegalArgumentException(ids.size() + " tokens, " + ranges.size() + " ranges");
    }
  }

  static Tokens of(HuggingFaceTokenizer tokenizer, String text) {
    Encoding encoding = tokenizer.encode(wellFormed(text), false, false);
    int[] offsets = charOffsets(text);
    List<Long> ids = new ArrayList<>();
    List<TextRange> ranges = new ArrayList<>();
    for (int i = 0; i < encoding.getIds().length; i++) {
      CharSpan span = encoding.getCharTokenSpans()[i];
      ids.add(encoding.getIds()[i]);
      ranges.add(new TextRange(offsets[span.getStart()], offsets[span.getEnd()]));
    }
    return new Tokens(ids, ranges);
  }

  int size() {
    return ids.size();
  }

  Tokens first(int count) {
    return size() <= count ? this : new Tokens(ids.subList(0, count), ranges.subList(0, count));
  }

  /** The tokenizer takes the bytes of half a surrogate pair for three characters; one that is no letter stands in. */
  private static String wellFormed(String text) {
    int[] codePoints = text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .toArray();
    return new String(codePoints, 0, codePoints.length);
  }

  /** The tokenizer counts code points, Java counts chars: for each code point the char it begins at, and the end. */
  private static int[] charOffsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return offsets;
  }
}
