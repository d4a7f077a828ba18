package dev.docent;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.conversation.ConversationId;
import dev.docent.conversation.Turn;
import dev.docent.gaps.GapGroup;
import dev.docent.index.DocumentEntry;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.Watch;
import dev.docent.reload.WatchListener;
import dev.docent.retrieval.Passage;
import java.util.List;
import java.util.function.Predicate;

/** Answers questions about the documents of one folder. Safe for use by several threads. */
public interface Docent extends AutoCloseable {

  /**
   * Answers a question, or says that the documents don't.
   *
   * @throws InterruptedException when the calling thread was interrupted; nothing is remembered of the question
   */
  Answer ask(Question question, AnswerListener listener) throws InterruptedException;

  /** Begins to load the models that a question needs, beside whatever else is done. Returns at once. */
  void warmUp();

  /** The ranked passages for a text, without a reader. */
  List<Passage> search(String text, int limit);

  /** What the index holds, ordered by id. */
  List<DocumentEntry> documents();

  /** Whether documents, segments and vectors are there. */
  CorpusStatus status();

  /**
   * Brings the index in line with the folder. Text is searchable when it returns; vectors may follow.
   *
   * @throws dev.docent.index.IndexBusyException when another process is reloading and the request isn't patient
   * @throws dev.docent.corpus.CorpusUnavailableException when the folder can't be read; the index stays as it is
   * @throws dev.docent.reload.UnconfirmedRemovalException when most of the index would go and the request doesn't
   *         confirm that; the index stays as it is
   */
  ReloadReport reload(ReloadRequest request, Progress progress) throws InterruptedException;

  /** As above, {@linkplain ReloadRequest#CAREFUL carefully}. */
  default ReloadReport reload(Progress progress) throws InterruptedException {
    return reload(ReloadRequest.CAREFUL, progress);
  }

  /**
   * Follows the folder and reloads when it has changed and come to rest, until the watch or this is closed. Vectors are
   * left to the listener.
   */
  Watch watch(WatchListener listener);

  /** Makes the vectors that are missing; returns when there are none left. What was made is kept if interrupted. */
  void fillVectors(Progress progress) throws InterruptedException;

  /** What is remembered of a conversation, oldest first; empty for one that is new. */
  List<Turn> turns(ConversationId conversation);

  /** Reminds of a conversation of an earlier run, if nothing is known of it yet. */
  void resume(ConversationId conversation, List<Turn> turns);

  /** Forgets a conversation. */
  void forget(ConversationId conversation);

  /**
   * Forgets a person: their conversations, and what they asked and weren't answered.
   *
   * @param theirs the conversations that are the person's
   * @param asker the sign that their questions came with
   * @return how many questions that weren't answered are forgotten
   * @throws java.io.UncheckedIOException when they can't be
   */
  int forget(Predicate<ConversationId> theirs, String asker);

  /**
   * The user says that the answer to a question was none: it counts as a gap.
   *
   * @param asker the sign of who asked it, as in {@link Question#asker}, whoever says so
   */
  void reject(String question, String asker);

  /** What was asked and not answered, in groups that one document would fill; the most often asked first. */
  List<GapGroup> gaps();

  /** Forgets what was asked and not answered. */
  void clearGaps();

  /** Another model for the questions that follow. */
  void use(ModelName model);

  /** The model that answers now. */
  ModelName model();

  @Override
  void close();
}
