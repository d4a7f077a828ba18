package dev.docent.telegram.sending;

import dev.docent.telegram.api.ApiFault;
import java.time.Duration;

/** What is done about a call that went wrong. */
sealed interface Remedy {

  /** It is made again in this form, after the pause. */
  record Again(Call call, Duration pause) implements Remedy {}

  /** The chat is left alone for so long, and the call made again then, if it is worth that. */
  record Wait(Duration time, boolean again) implements Remedy {}

  /** The chat has this number now, and the call is made there, if it is worth that. */
  record Move(long to, boolean again) implements Remedy {}

  /** Nothing more can be said in the chat. */
  record Leave() implements Remedy {}

  /** All is as it should be. */
  record Settled() implements Remedy {}

  /** Nothing helps. */
  record GiveUp() implements Remedy {}

  Duration UNSAID = Duration.ofSeconds(5);
  Duration LONGEST = Duration.ofSeconds(60);
  int REPEATS = 3;

  static Remedy of(ApiFault fault, Call call) {
    boolean message = call.effort() == Call.Effort.MESSAGE;
    return switch (fault) {
      case ApiFault.NotSent f -> message ? new Again(call.unheard(), pause(call.tries())) : repeated(call);
      // It may have arrived: a message would be seen twice.
      case ApiFault.Unclear f -> repeated(call);
      case ApiFault.Refused f when f.flood() ->
        new Wait(f.retryAfter() == null ? UNSAID : f.retryAfter(), call.effort() != Call.Effort.ONCE);
      case ApiFault.Refused f when f.says("not modified") -> new Settled();
      case ApiFault.Refused f when f.migratedTo() != null && f.migratedTo() != call.chat() && call.chat() != 0 ->
        new Move(f.migratedTo(), message);
      case ApiFault.Refused f when f.gone() && call.chat() != 0 -> new Leave();
      case ApiFault.Refused f when f.says("thread not found") && call.thread() != null ->
        new Again(call.withoutTopic(), Duration.ZERO);
      case ApiFault.Refused f when f.says("parse entities") && !call.plain() ->
        new Again(call.withoutFormatting(), Duration.ZERO);
      case ApiFault.Refused f when f.serverSide() && message ->
        call.stumbled() ? new GiveUp() : new Again(call.stumbling(), pause(0));
      case ApiFault.Refused f -> f.serverSide() ? repeated(call) : new GiveUp();
    };
  }

  private static Remedy repeated(Call call) {
    boolean harmless = call.effort() == Call.Effort.EDIT || call.effort() == Call.Effort.REPEATED;
    return harmless && call.tries() < REPEATS ? new Again(call.unheard(), pause(call.tries())) : new GiveUp();
  }

  private static Duration pause(int tries) {
    Duration doubled = Duration.ofMillis(500L << Math.min(tries, 7));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
