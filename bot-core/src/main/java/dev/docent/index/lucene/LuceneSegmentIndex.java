package dev.docent.index.lucene;

import dev.docent.corpus.Language;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.SegmentVector;
import dev.docent.index.lucene.Owner.Work;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * An index in a folder. Readers hold no lock and follow every commit, also another process's; Lucene's write lock is
 * held only while a change is open.
 */
public final class LuceneSegmentIndex implements SegmentIndex {
  /** The version of the index's layout; an index of another is made anew. */
  public static final int FORMAT = 3;

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
   * Opens the index of a folder, made empty where there is none.
   *
   * @param embedded the languages whose segments get vectors
   * @throws IndexException when the folder can't be used
   */
  public static LuceneSegmentIndex open(Path folder, Predicate<Language> embedded) {
    try {
      Files.createDirectories(folder);
      Directory directory = FSDirectory.open(folder);
      FirstCommit.ensure(directory);
      return new LuceneSegmentIndex(new IndexFolder(folder), directory, embedded);
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | EOFException e) {
      throw new IndexException("the index in " + folder + " is damaged or of another version (" + e.getMessage()
          + "). Remove the folder; it is made anew from the documents.", e);
    } catch (IOException e) {
      throw new IndexException(
          "the index in " + folder + " can't be opened (" + e + "). Check the folder's permissions and free space.", e);
    }
  }

  @Override
  public IndexView acquire() {
    return view(false);
  }

  /** What a change is made on: never an older state, not even while another thread refreshes. */
  private LuceneIndexView newest() {
    return view(true);
  }

  private LuceneIndexView view(boolean newest) {
    return folder.reading(() -> {
      if (newest) {
        searchers.maybeRefreshBlocking();
      } else {
        refreshUnlessInterrupted();
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

  /** A cancelled thread can't open files; the state it has is a good one, and whoever cancelled it will be heard. */
  private void refreshUnlessInterrupted() throws IOException {
    try {
      searchers.maybeRefresh();
    } catch (ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
    }
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
