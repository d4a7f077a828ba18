package dev.docent.telegram.store;

import dev.docent.telegram.text.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was given, kept for as long as its buttons and an edit of its question are to work.
 *
 * @param question the message with the question
 * @param verdict {@code grounded}, the reason of an abstention, or {@code incomplete}
 * @param messages what the answer consists of
 */
public record Answered(long chat, @Nullable Integer thread, int question, long person, String text, String verdict,
    List<Integer> messages, List<Source> sources, Instant at) {
  public Answered {
    messages = List.copyOf(messages);
    sources = List.copyOf(sources);
  }

  /** Where the answers are kept. */
  public static Kept<Answered> in(Store store) {
    return new Kept<>(store, "answers", Answered.class);
  }

  /** What the answer to a question in a chat is kept under. */
  public static String key(long chat, int question) {
    return chat + "/" + question;
  }

  /** As it came to stand in the chat. */
  public Answered as(List<Integer> sent) {
    return new Answered(chat, thread, question, person, text, verdict, sent, sources, at);
  }
}
