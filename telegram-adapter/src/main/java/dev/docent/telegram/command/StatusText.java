package dev.docent.telegram.command;

import dev.docent.CorpusStatus;
import dev.docent.Docent;
import dev.docent.telegram.access.Limits;
import dev.docent.telegram.text.Words;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the bot is, for its administrators.
 *
 * @param trouble with Telegram; null for none
 */
public record StatusText(Docent docent, Limits limits, IntSupplier waiting, IntSupplier working,
    Supplier<@Nullable String> trouble, long began) {

  String in(Words words) {
    CorpusStatus corpus = docent.status();
    Duration up = Duration.ofNanos(System.nanoTime() - began);
    String budget = docent.model().remote() || limits.remoteToday() > 0
        ? words.say("status.budget", limits.remotePerDay(), limits.remoteToday())
        : "";
    String telegram = trouble.get();
    return words.say("status", corpus.documents(), corpus.segments(), corpus.unreadable(), corpus.vectorsMissing(),
        docent.model().toString(), "%d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart()),
        limits.askedToday(), budget, waiting.getAsInt(), working.getAsInt(),
        telegram == null ? words.say("status.ok") : telegram);
  }
}
