package dev.docent.telegram.chat;

import dev.docent.telegram.access.Limits;
import dev.docent.telegram.store.Answered;
import dev.docent.telegram.store.Feedback;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.Kept;
import dev.docent.telegram.store.Store;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what has had its time, and what somebody wants forgotten. */
final class Housekeeping {
  /** How long answers keep working buttons; Telegram itself lets a bot delete its messages no longer. */
  static final Duration KEPT = Duration.ofHours(48);
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final Store store;
  private final Inbox inbox;
  private final Kept<Answered> answers;
  private final Kept<PendingUpload> uploads;
  private final Limits limits;
  private final Feedback feedback;

  Housekeeping(Store store, Inbox inbox, Kept<Answered> answers, Kept<PendingUpload> uploads, Limits limits,
      Feedback feedback) {
    this.store = store;
    this.inbox = inbox;
    this.answers = answers;
    this.uploads = uploads;
    this.limits = limits;
    this.feedback = feedback;
  }

  void tidy() {
    Instant old = Instant.now().minus(KEPT);
    inbox.prune();
    answers.removeIf((key, answer) -> answer.at().isBefore(old));
    uploads.removeIf((key, upload) -> upload.at().isBefore(old));
    limits.prune();
    store.tidy();
    LOG.debug("tidied");
  }

  /** Forgets what is kept about a person, but for what they may do; returns how much that was. */
  int forget(long person) {
    return answers.removeIf((key, answer) -> answer.person() == person)
        + uploads.removeIf((key, upload) -> upload.person() == person) + feedback.forget(person);
  }
}
