package dev.docent.telegram.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said in answer to an update, and how far that has come.
 *
 * @param thread the topic; null for none
 * @param replyTo the message answered to; null for none
 * @param sent the ids of the parts that were sent, 0 where it isn't known whether they were
 * @param tries how often the next part was perhaps sent without anybody learning what became of it
 * @param surplus messages of an earlier answer that this one has no more use for
 * @param question the message with the question, when this is the answer to one; 0 when it isn't
 */
public record Delivery(long chat, @Nullable Integer thread, @Nullable Integer replyTo, List<MessagePart> parts,
    List<Integer> sent, int tries, List<Integer> surplus, int question) {
  public Delivery {
    parts = List.copyOf(parts);
    sent = List.copyOf(sent);
    surplus = List.copyOf(surplus);
    if (parts.isEmpty() || sent.size() > parts.size()) {
      throw new IllegalArgumentException(sent.size() + " of " + parts.size() + " parts");
    }
  }

  public static Delivery of(long chat, @Nullable Integer thread, @Nullable Integer replyTo, List<MessagePart> parts) {
    return new Delivery(chat, thread, replyTo, parts, List.of(), 0, List.of(), 0);
  }

  public boolean complete() {
    return sent.size() == parts.size();
  }

  public MessagePart next() {
    return parts.get(sent.size());
  }

  public Delivery trying() {
    return new Delivery(chat, thread, replyTo, parts, sent, tries + 1, surplus, question);
  }

  /** The next part was sent, as this message of this chat. */
  public Delivery sent(long where, int message) {
    var more = new ArrayList<>(sent);
    more.add(message);
    return new Delivery(where, thread, replyTo, parts, more, 0, surplus, question);
  }

  public Delivery without(List<Integer> messages) {
    return new Delivery(chat, thread, replyTo, parts, sent, tries, messages, question);
  }

  public Delivery answering(int message) {
    return new Delivery(chat, thread, replyTo, parts, sent, tries, surplus, message);
  }
}
