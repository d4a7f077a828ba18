package dev.docent.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/** The empty commit that makes a folder an index, whichever process comes first. */
final class FirstCommit {
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
