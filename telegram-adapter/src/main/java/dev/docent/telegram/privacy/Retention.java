package dev.docent.telegram.privacy;

import dev.docent.Docent;
import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.Limits;
import dev.docent.telegram.access.Newcomers;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.store.Conversations;
import dev.docent.telegram.store.Feedback;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.PersonSigns;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoreException;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.upload.PendingUpload;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what has had its time, and what somebody wants forgotten. */
public final class Retention {
  /** How long answers keep working buttons; Telegram itself lets a bot delete its messages no longer. */
  public static final Duration KEPT = Duration.ofHours(48);
  /** How long a store that couldn't be read is there for whoever wants to mend it. */
  private static final Duration SET_ASIDE = Duration.ofDays(30);
  /** Where files wait that somebody offered. */
  public static final String UPLOADS = "uploads";
  private static final long NONE = -1;
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final Docent docent;
  private final Store store;
  private final Inbox inbox;
  private final StoredMap<GivenAnswer> answers;
  private final StoredMap<PendingUpload> uploads;
  private final Conversations conversations;
  private final Access access;
  private final Newcomers newcomers;
  private final Limits limits;
  private final Feedback feedback;
  private final PersonSigns signs;

  public Retention(Docent docent, Store store, Inbox inbox, StoredMap<GivenAnswer> answers,
      StoredMap<PendingUpload> uploads, Conversations conversations,
      Access access, Newcomers newcomers, Limits limits, Feedback feedback, PersonSigns signs) {
    this.docent = docent;
    this.store = store;
    this.inbox = inbox;
    this.answers = answers;
    this.uploads = uploads;
    this.conversations = conversations;
    this.access = access;
    this.newcomers = newcomers;
    this.limits = limits;
    this.feedback = feedback;
    this.signs = signs;
  }

  public void tidy() {
    Instant old = Instant.now().minus(KEPT);
    inbox.prune();
    answers.removeIf((key, answer) -> answer.at().isBefore(old));
    uploads.removeIf((key, upload) -> upload.at().isBefore(old));
    newcomers.prune(old);
    conversations.prune(KEPT);
    limits.prune();
    store.removeAside(Instant.now().minus(SET_ASIDE));
    // What was forgotten is no longer to be found in the file either.
    store.rewrite();
    LOG.debug("tidied");
  }

  /**
   * Forgets what is kept about a person, but for what they may do, in every byte of every file.
   *
   * @param spare the update by which they ask for it
   * @return how many entries that was
   * @throws StoreException when it can't be done wholly; to be tried again then
   */
  public int forget(long person, long spare) {
    try {
      int forgotten = docent.forget(conversation -> Place.heldBy(person, conversation), signs.of(person))
          + forget(person, spare, inbox, answers, uploads) + feedback.forget(person)
          + newcomers.forget(person)
          + conversations.forgetKept(conversation -> Place.heldBy(person, conversation));
      limits.forget(person);
      access.forget(person);
      // What can't be read can't be searched for a person; it goes whole.
      store.removeAside(Instant.MAX);
      store.rewrite();
      for (Store.Other other : store.others()) {
        forgotten += elsewhere(person, other);
      }
      return forgotten;
    } catch (UncheckedIOException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  private static int forget(long person, long spare, Inbox inbox, StoredMap<GivenAnswer> answers,
      StoredMap<PendingUpload> uploads) {
    return inbox.forget(person, spare) + answers.removeIf((key, answer) -> answer.person() == person)
        + uploads.removeIf((key, upload) -> upload.person() == person);
  }

  /** In the store of another bot, which an earlier token made; one that is running has its own people. */
  private static int elsewhere(long person, Store.Other there) {
    try (Store other = there.opening().get()) {
      int forgotten = forget(person, NONE, other.inbox(0), GivenAnswer.in(other),
          new StoredMap<>(other, UPLOADS, PendingUpload.class))
          + Conversations.forgetKept(other, conversation -> Place.heldBy(person, conversation));
      forgotten += new Newcomers(other).forget(person);
      Access.of(other).forget(person);
      Limits.forget(person, other);
      other.removeAside(Instant.MAX);
      other.rewrite();
      return forgotten;
    } catch (StoreException e) {
      LOG.warn("{}; what it holds of the person stays", e.getMessage());
      return 0;
    }
  }

  /** What was forgotten a moment ago leaves the file too; if not now, within the hour. */
  public void erase() {
    try {
      store.rewrite();
    } catch (StoreException e) {
      LOG.warn("{}", e.getMessage());
    }
  }
}
