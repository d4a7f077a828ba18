package dev.docent.index.lucene;

import dev.docent.corpus.Language;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.SegmentVector;
import dev.docent.index.analysis.Analyzers;
import dev.docent.index.lucene.Owner.Work;
import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * An index in a folder. Readers hold no lock and follow every commit, also another process's; Lucene's write lock is
 * held only while a change is open.
 */
public final class LuceneSegmentIndex implements SegmentIndex {
  /** The version of the index's layout; an index of another is made anew. */
  public static final int FORMAT = 4;

  private static final int ATTEMPTS = 4;
  private static final long PAUSE_NANOS = 100_000_000;

  private final IndexFolder folder;
  private final Directory directory;
  private final Analyzers analyzers = new Analyzers();
  private final WriteLock lock;
  private final SearcherManager searchers;
  private final Predicate<Language> embedded;

  private LuceneSegmentIndex(IndexFolder folder, Directory directory, Predicate<Language> embedded) throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.embedded = embedded;
    this.lock = new WriteLock(folder, directory, analyzers);
    this.searchers = new SearcherManager(directory, null);
  }

  /**
   * Opens the index of a folder, made empty where there is none or a damaged one.
   *
   * @param embedded the languages whose segments get vectors
   * @throws IndexException when the folder can't be used
   */
  public static LuceneSegmentIndex open(Path folder, Predicate<Language> embedded) {
    return open(folder, embedded, files -> files);
  }

  /** @param disk what lies between the index and its files */
  static LuceneSegmentIndex open(Path folder, Predicate<Language> embedded, UnaryOperator<Directory> disk) {
    var place = new IndexFolder(folder);
    try {
      OwnerOnly.folder(folder);
      return opened(place, embedded, disk);
    } catch (IOException e) {
      throw new IndexException(
          "the index in " + folder + " can't be opened (" + e + "). Check the folder's permissions and free space.", e);
    }
  }

  private static LuceneSegmentIndex opened(IndexFolder folder, Predicate<Language> embedded,
      UnaryOperator<Directory> disk)
      throws IOException {
    Directory directory = disk.apply(new OwnersDirectory(FSDirectory.open(folder.path()), folder.path()));
    for (int attempt = 1;; attempt++) {
      try {
        FirstCommit.ensure(directory);
        return new LuceneSegmentIndex(folder, directory, embedded);
      } catch (IOException e) {
        // Another process may be committing; what stays as it is, is damage.
        if (!IndexFolder.damaged(e) || attempt == ATTEMPTS) {
          throw e;
        }
        if (attempt == ATTEMPTS - 1) {
          FirstCommit.anew(directory, folder.damage(e).damage());
        } else {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
  }

  @Override
  public IndexView acquire() {
    return view(false);
  }

  /** Never an older state, not even while another thread refreshes. */
  @Override
  public LuceneIndexView newest() {
    return view(true);
  }

  private LuceneIndexView view(boolean newest) {
    return folder.reading(() -> {
      if (newest) {
        searchers.maybeRefreshBlocking();
      } else {
        refreshIfPossible();
      }
      return new LuceneIndexView(searchers, searchers.acquire(), analyzers, folder);
    });
  }

  @Override
  public IndexChange change() {
    IndexWriter writer = taken(Work.RELOAD);
    try {
      return new LuceneIndexChange(writer, lock, this::refresh, embedded, newest());
    } catch (RuntimeException e) {
      giveUp(writer);
      throw e;
    }
  }

  private IndexWriter taken(Work work) {
    var writer = new AtomicReference<IndexWriter>();
    folder.writing(() -> writer.set(lock.take(work)));
    return writer.get();
  }

  @Override
  public void addVectors(List<SegmentVector> vectors) {
    folder.writing(() -> {
      IndexWriter writer = lock.take(Work.VECTORS);
      try (LuceneIndexView view = newest()) {
        for (SegmentVector made : vectors) {
          replaceWithVector(writer, view.searcher(), made);
        }
        // The commit's data is carried over as it is: a vector changes nothing of what the index is.
        writer.setLiveCommitData(view.commitData().entrySet());
        if (view.vectorsMissing() <= vectors.size()) {
          Writing.mergeDeleted(writer);
        }
        writer.commit();
      } finally {
        lock.release(writer);
      }
    });
  }

  private static void replaceWithVector(IndexWriter writer, IndexSearcher searcher, SegmentVector made)
      throws IOException {
    var id = new Term(Fields.SEGMENT, made.segment().id());
    var found = searcher.search(new TermQuery(id), 1).scoreDocs;
    if (found.length == 0) {
      return;
    }
    Document stored = searcher.storedFields().document(found[0].doc);
    var segment = Fields.segment(stored);
    if (segment.embeddingText().equals(made.segment().embeddingText())) {
      writer.updateDocument(id, Fields.segment(segment, Fields.readAt(stored), true, made.vector()));
    }
  }

  /**
   * A cancelled thread can't open files; the state it has is a good one, and whoever cancelled it will be heard. So is
   * the state before an index was damaged: the next reload finds out.
   */
  private void refreshIfPossible() throws IOException {
    try {
      searchers.maybeRefresh();
    } catch (ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      if (!IndexFolder.damaged(e)) {
        throw e;
      }
    }
  }

  @Override
  public void startAnew(String damage) {
    folder.writing(() -> {
      OwnerOnly.folder(folder.path());
      try {
        FirstCommit.anew(directory, damage);
      } catch (LockObtainFailedException e) {
        throw lock.busy();
      }
    });
    refresh();
  }

  private void giveUp(IndexWriter writer) {
    try {
      lock.release(writer);
    } catch (IOException e) {
      // The failure that led here is the one to tell.
    }
  }

  /** Makes the newest commit visible here before the caller goes on. */
  private void refresh() {
    folder.reading(() -> {
      searchers.maybeRefreshBlocking();
      return "refreshed";
    });
  }

  @Override
  public void close() {
    folder.reading(() -> {
      searchers.close();
      directory.close();
      return "closed";
    });
  }
}
