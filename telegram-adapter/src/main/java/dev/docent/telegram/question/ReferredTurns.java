package dev.docent.telegram.question;

import dev.docent.answer.Answer;
import dev.docent.conversation.Turn;
import dev.docent.retrieval.Query;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.CleanText;
import java.util.List;
import java.util.Optional;

/**
 * What a question was said in reply to, as a turn before it: it says what the question means, and is no evidence for its
 * answer.
 */
final class ReferredTurns {
  /** What of a foreign text helps to understand a question about it. In characters. */
  private static final int MOST = 1_000;

  private final StoredMap<GivenAnswer> answers;

  ReferredTurns(StoredMap<GivenAnswer> answers) {
    this.answers = answers;
  }

  /** The turns that come with the question; none when it wasn't said in reply, and the conversation is its context. */
  List<Turn> history(OpenQuestion asked) {
    Incoming.Referred about = asked.context.about();
    return about == null ? asked.context.known() : List.of(turn(about, asked.place.chat()));
  }

  private Turn turn(Incoming.Referred about, long chat) {
    String text = CleanText.line(about.text(), MOST);
    Optional<GivenAnswer> given = about.message() == 0 ? Optional.empty() : given(chat, about.message());
    if (about.quoted()) {
      // What was picked out is what it is about, more than what was asked when it was said.
      return new Turn(given.map(GivenAnswer::text).orElse(text), text, text);
    }
    Turn turn = given.map(GivenAnswer::turn).orElse(null);
    return turn != null
        ? turn
        : given.map(answer -> new Turn(answer.text(), answer.text(), text)).orElseGet(() -> Turn.asked(text));
  }

  /** The answer that the message belongs to, or that was given to it. */
  private Optional<GivenAnswer> given(long chat, int message) {
    return answers.get(GivenAnswer.key(chat, message))
        .or(() -> answers.all()
            .map(StoredMap.Entry::value)
            .filter(answer -> answer.chat() == chat && answer.messages().contains(message))
            .findFirst());
  }

  /** A question and its answer, for whoever replies to it. */
  static Turn of(String question, Answer answer) {
    Query query = answer.trace().query();
    return switch (answer) {
      case Answer.Grounded grounded -> new Turn(question, query.text(), query.carried(),
          CleanText.line(grounded.text(), MOST),
          grounded.parts().stream().flatMap(part -> part.marked().stream()).findFirst().orElse(""));
      case Answer.Abstained abstained -> new Turn(question, query.text(), query.carried(), "", "");
    };
  }
}
