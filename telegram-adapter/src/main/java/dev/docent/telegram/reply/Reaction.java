package dev.docent.telegram.reply;

import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.text.MessageSplitter;
import dev.docent.telegram.text.Styled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a handler wants done about an update; {@link Completion} does it, and is then done with the update. */
public sealed interface Reaction {
  Reaction NOTHING = new Nothing(() -> {});
  Reaction TAKEN = new Taken();

  /**
   * This is said, through a crash if need be.
   *
   * @param then what follows once it is said; lost in a crash
   */
  record Say(Delivery delivery, Step then) implements Reaction {
    public Say then(Step step) {
      return new Say(delivery, step);
    }
  }

  /**
   * Nothing is said in answer.
   *
   * @param then what follows once nothing is kept of the update any more; lost in a crash
   */
  record Nothing(Step then) implements Reaction {}

  /** It was given to somebody else, whose reaction counts. */
  record Taken() implements Reaction {}

  /** Something that takes its time. */
  @FunctionalInterface
  interface Step {
    void run() throws InterruptedException;
  }

  /** Plain words in answer. */
  static Say to(Incoming.Said said, String words) {
    return to(said, Styled.plain(words), List.of());
  }

  /** Words in answer, with buttons below the last message. */
  static Say to(Incoming.Said said, Styled words, List<List<Button>> buttons) {
    return in(said.place(), said.place().group() ? said.message() : null, words, buttons);
  }

  static Say in(Place place, @Nullable Integer replyTo, Styled words, List<List<Button>> buttons) {
    return new Say(Delivery.of(place.chat(), place.thread(), replyTo, parts(words, buttons)), () -> {});
  }

  /** Messages that hold all the words, with the buttons below the last. */
  static List<MessagePart> parts(Styled words, List<List<Button>> buttons) {
    return parts(MessageSplitter.of(words, MessageSplitter.MESSAGE), buttons);
  }

  /** A message for each text, with the buttons below the last. */
  static List<MessagePart> parts(List<Styled> texts, List<List<Button>> buttons) {
    var parts = new ArrayList<>(texts.stream().map(MessagePart::of).toList());
    if (!parts.isEmpty()) {
      parts.add(parts.removeLast().with(buttons));
    }
    return parts;
  }
}
