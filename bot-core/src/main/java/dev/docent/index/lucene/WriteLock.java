package dev.docent.index.lucene;

import dev.docent.index.IndexBusyException;
import dev.docent.index.analysis.Analyzers;
import dev.docent.index.lucene.Owner.Work;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/** Lucene's write lock, which a writer holds from its opening to its release, and the note of who has it. */
record WriteLock(IndexFolder folder, Directory directory, Analyzers analyzers) {
  private static final int TRIES = 10;
  private static final long PAUSE_MILLIS = 20;

  /** @throws IndexBusyException when another process, or another thread of this one, has the lock */
  IndexWriter take(Work work) throws IOException {
    try {
      var writer = new IndexWriter(directory, Writing.config(analyzers));
      Owner.now(work).write(folder.path());
      return writer;
    } catch (LockObtainFailedException e) {
      throw busy();
    }
  }

  /** Undoes what wasn't committed. */
  void release(IndexWriter writer) throws IOException {
    // While the lock is held: a moment later the note could be another's.
    Owner.remove(folder.path());
    boolean failed = writer.getTragicException() != null;
    writer.rollback();
    if (failed) {
      sweep();
    }
  }

  /** After a failure Lucene leaves what it has written, and on a full disk nothing would get any better. */
  private void sweep() throws IOException {
    // A writer removes what belongs to no commit when it's opened.
    try (var writer = new IndexWriter(directory, Writing.config(analyzers))) {
      writer.rollback();
    } catch (LockObtainFailedException e) {
      // Who has the lock now has done the same.
    }
  }

  /** What to say when somebody else has the lock. */
  IndexBusyException busy() {
    Optional<Owner> owner = owner();
    boolean brief = owner.isPresent() && owner.get().work() == Work.VECTORS;
    return new IndexBusyException(
        (brief ? "vectors are being added to " : "another reload is under way on ") + folder.path()
            + owner.map(known -> " (" + known.words() + ")").orElse(""),
        brief);
  }

  /** Who has the lock; empty when they don't say so within a moment, for they do so after they have it. */
  private Optional<Owner> owner() {
    Optional<Owner> owner = Owner.read(folder.path());
    try {
      for (int tries = 0; owner.isEmpty() && tries < TRIES; tries++) {
        Thread.sleep(PAUSE_MILLIS);
        owner = Owner.read(folder.path());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return owner;
  }
}
