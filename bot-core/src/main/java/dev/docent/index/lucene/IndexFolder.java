package dev.docent.index.lucene;

import dev.docent.index.IndexDamagedException;
import dev.docent.index.IndexException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;

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
      throw damaged(e)
          ? damage(e)
          : new IndexException("the index in " + path + " can't be read (" + e
              + "). Check the folder's permissions and its disk.", e);
    }
  }

  void writing(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw damaged(e)
          ? damage(e)
          : new IndexException("the index in " + path + " can't be written (" + e
              + "). Check the folder's permissions and free space; the last state is kept.", e);
    }
  }

  /** Whether the files themselves are to blame, and not the disk or who may read them. */
  static boolean damaged(IOException e) {
    return e instanceof CorruptIndexException || e instanceof IndexFormatTooOldException
        || e instanceof IndexFormatTooNewException || e instanceof EOFException || e instanceof NoSuchFileException
        || e instanceof FileNotFoundException;
  }

  IndexDamagedException damage(IOException e) {
    return new IndexDamagedException("the index in " + path, words(e), e);
  }

  private static String words(IOException e) {
    return switch (e) {
      case IndexFormatTooOldException old -> "it was made by an older version";
      case IndexFormatTooNewException future -> "it was made by a newer version";
      case EOFException end -> "a file of it is cut off";
      case NoSuchFileException gone -> "a file of it is missing";
      case FileNotFoundException gone -> "a file of it is missing";
      default -> "a file of it holds something else than it should";
    };
  }
}
