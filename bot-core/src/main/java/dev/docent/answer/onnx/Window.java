package dev.docent.answer.onnx;

import dev.docent.corpus.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A question and as much of a passage as the model takes at once.
 *
 * @param from the passage's first token in it
 * @param to the first one after it
 */
record Window(Tokens question, Tokens passage, int from, int to) {
  /** Tokens of a question that are read; the rest is cut. */
  static final int MAX_QUESTION = 48;

  private static final int MAX_LENGTH = 256;
  private static final int STEP = 96;
  private static final int CLS = 101;
  private static final int SEP = 102;

  Window {
    if (from < 0 || to <= from || to > passage.size()) {
      throw new IllegalArgumentException("[" + from + ", " + to + ") of " + passage.size() + " tokens");
    }
    if (question.size() + to - from + 3 > MAX_LENGTH) {
      throw new IllegalArgumentException(question.size() + " and " + (to - from) + " tokens are too long");
    }
  }

  /** The overlapping windows that cover a passage; none for a passage without tokens. */
  static List<Window> over(Tokens question, Tokens passage) {
    int room = MAX_LENGTH - 3 - question.size();
    List<Window> windows = new ArrayList<>();
    for (int from = 0, to = 0; to < passage.size(); from += STEP) {
      to = Math.min(from + room, passage.size());
      windows.add(new Window(question, passage, from, to));
    }
    return windows;
  }

  /** Tokens, with [CLS] and both [SEP]. */
  int length() {
    return question.size() + 3 + to - from;
  }

  /** Where a token of the passage stands in the window. */
  int position(int token) {
    return question.size() + 2 + token - from;
  }

  TextRange range(int token) {
    return passage.ranges().get(token);
  }

  /** Writes {@code [CLS] question [SEP] passage [SEP]}; what lies behind stays as it is: zero, padding. */
  void write(long[] ids, long[] mask, long[] types) {
    ids[0] = CLS;
    for (int i = 0; i < question.size(); i++) {
      ids[i + 1] = question.ids().get(i);
    }
    ids[question.size() + 1] = SEP;
    for (int token = from; token < to; token++) {
      ids[position(token)] = passage.ids().get(token);
    }
    ids[position(to)] = SEP;
    Arrays.fill(mask, 0, length(), 1);
    Arrays.fill(types, position(from), length(), 1);
  }
}
