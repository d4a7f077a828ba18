package dev.docent.index.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/** The empty commit that makes a folder an index, whichever process comes first. */
final class FirstCommit {
  static final String LOST = "lost";

  private FirstCommit() {}

  static void ensure(Directory directory) throws IOException {
    if (DirectoryReader.indexExists(directory)) {
      return;
    }
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.commit();
    } catch (LockObtainFailedException e) {
      waitForOther(directory, e);
    }
  }

  /** An empty index in the place of one that can't be used, with a note of why. */
  static void anew(Directory directory, String damage) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : directory.listAll()) {
        lock.ensureValid();
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
    }
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      // Whoever still reads the old index must not take a file or a commit of the new one for one it knows.
      writer.advanceSegmentInfosVersion(System.currentTimeMillis());
      writer.advanceSegmentInfosCounter(System.currentTimeMillis());
      writer.setLiveCommitData(Map.of(LOST, damage).entrySet());
      writer.commit();
    }
  }

  /** Another process is making the first commit at this moment. */
  private static void waitForOther(Directory directory, LockObtainFailedException e) throws IOException {
    for (int i = 0; i < 50; i++) {
      if (DirectoryReader.indexExists(directory)) {
        return;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw e;
      }
    }
    throw e;
  }
}
