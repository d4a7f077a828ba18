package dev.docent.index.lucene;

import dev.docent.index.IndexException;
import java.io.IOException;
import java.nio.file.Path;

/** The folder an index lies in, and what to say when it can't be read or written. */
record IndexFolder(Path path) {

  interface Reading<T> {
    T run() throws IOException;
  }

  interface Writing {
    void run() throws IOException;
  }

  <T> T reading(Reading<T> reading) {
    try {
      return reading.run();
    } catch (IOException e) {
      throw new IndexException("the index in " + path + " can't be read (" + e
          + "). Remove the folder; it is made anew from the documents.", e);
    }
  }

  void writing(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new IndexException("the index in " + path + " can't be written (" + e
          + "). Check the folder's permissions and free space; the last state is kept.", e);
    }
  }
}
