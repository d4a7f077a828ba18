package dev.docent.telegram.store;

import dev.docent.conversation.Turn;
import dev.docent.telegram.text.Source;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was given, kept for as long as its buttons and an edit of its question are to work.
 *
 * @param question the message with the question
 * @param verdict {@code grounded}, the reason of an abstention, or {@code incomplete}
 * @param messages what the answer consists of
 * @param history what the question itself was said in reply to
 * @param turn the question as it was understood, with its answer; null where that isn't known
 */
public record GivenAnswer(long chat, @Nullable Integer thread, int question, long person, String text, String verdict,
    List<Integer> messages, List<Source> sources, Instant at, List<Turn> history, @Nullable Turn turn) {
  public GivenAnswer {
    messages = List.copyOf(messages);
    sources = List.copyOf(sources);
    // What an earlier version kept has none.
    history = Objects.requireNonNullElse(history, List.of());
  }

  /** Where the answers are kept. */
  public static StoredMap<GivenAnswer> in(Store store) {
    return new StoredMap<>(store, "answers", GivenAnswer.class);
  }

  /** What the answer to a question in a chat is kept under. */
  public static String key(long chat, int question) {
    return chat + "/" + question;
  }

  /** As it came to stand in the chat. */
  public GivenAnswer as(List<Integer> sent) {
    return new GivenAnswer(chat, thread, question, person, text, verdict, sent, sources, at, history, turn);
  }
}
