package dev.docent.shell.command;

import dev.docent.answer.Answer;
import dev.docent.answer.Question;
import dev.docent.conversation.ConversationId;
import dev.docent.shell.input.InputFields;
import dev.docent.shell.outcome.ExitCode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What commands leave behind for each other: the last answer, how the last command ended, whether to leave. */
public final class Session {
  private final @Nullable ConversationId conversation;
  private final AtomicBoolean hinted = new AtomicBoolean();
  private volatile @Nullable Answer last;
  private volatile ExitCode code = ExitCode.DONE;
  private volatile boolean left;

  private Session(@Nullable ConversationId conversation) {
    this.conversation = conversation;
  }

  /** Questions that have nothing to do with each other. */
  public static Session single() {
    return new Session(null);
  }

  /** Questions that may refer to earlier ones. */
  public static Session conversing() {
    return new Session(new ConversationId("shell"));
  }

  Question question(String text) {
    return InputFields.question(text, conversation, List.of());
  }

  Optional<ConversationId> conversation() {
    return Optional.ofNullable(conversation);
  }

  Optional<Answer> last() {
    return Optional.ofNullable(last);
  }

  void answered(Answer answer) {
    last = answer;
    code = switch (answer) {
      case Answer.Grounded grounded -> ExitCode.DONE;
      case Answer.Abstained abstained ->
        abstained.reason() == Answer.Reason.SMALL_TALK ? ExitCode.DONE : ExitCode.ABSTAINED;
    };
  }

  void forgotten() {
    last = null;
  }

  /** A command begins, and nothing has gone wrong yet. */
  void begin() {
    code = ExitCode.DONE;
  }

  /** The command that is running ends this way. */
  void end(ExitCode with) {
    code = with;
  }

  ExitCode code() {
    return code;
  }

  void leave() {
    left = true;
  }

  public boolean over() {
    return left;
  }

  /** True once. */
  boolean firstHint() {
    return hinted.compareAndSet(false, true);
  }
}
