package dev.docent.answer;

import dev.docent.conversation.ConversationId;
import dev.docent.conversation.Turn;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The user's words.
 *
 * @param conversation whose memory is used and added to; null for a question outside of any conversation
 * @param history earlier turns that come with the question itself, oldest first
 * @param measuring whether nobody wants to know, as in a measurement: what isn't answered is then no gap
 * @param asker a sign for who asks, by which what is kept of the question is found again to be forgotten; nobody must be
 *        able to tell from it who that is. Empty for nobody in particular
 */
public record Question(String text, @Nullable ConversationId conversation, List<Turn> history, boolean measuring,
    String asker) {

  /** Longer questions are refused: they are pasted documents, not questions. In characters. */
  public static final int MAX_LENGTH = 4_000;

  /** @throws IllegalArgumentException for a question that is too long; the message is for the user */
  public Question {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(String.format(Locale.ROOT,
          "the question has %,d characters; at most %,d are read. Ask a shorter one.", text.length(), MAX_LENGTH));
    }
    history = List.copyOf(history);
  }

  /** A question that somebody asks. */
  public Question(String text, @Nullable ConversationId conversation, List<Turn> history) {
    this(text, conversation, history, false, "");
  }

  /** The same, asked by nobody. */
  public Question forMeasuring() {
    return new Question(text, conversation, history, true, asker);
  }

  /** The same, asked by somebody. */
  public Question by(String sign) {
    return new Question(text, conversation, history, measuring, sign);
  }

  /** The same in other words. */
  public Question saying(String words) {
    return new Question(words, conversation, history, measuring, asker);
  }

  public static Question of(String text) {
    return new Question(text, null, List.of());
  }

  public static Question in(ConversationId conversation, String text) {
    return new Question(text, conversation, List.of());
  }

  /** Whether there is nothing in it that could be looked for. */
  public boolean empty() {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
