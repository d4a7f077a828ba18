package dev.docent.corpus.files.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.xml.sax.SAXException;

/** What a file may cost. A file that costs more is refused, and the others are read. */
public final class Bounds {

  /** Characters of text in one file: about two thousand pages. */
  public static final int TEXT = 5_000_000;
  /** Bytes that a packed file may unpack to, without its pictures. */
  static final long UNPACKED = 100L << 20;

  public static final String TOO_MUCH_TEXT = "holds more than 5 million characters of text; split it into several files";

  private static final int ENTRIES = 50_000;
  private static final Pattern MEDIA = Pattern
      .compile(".*\\.(?:png|jpe?g|gif|tiff?|bmp|emf|wmf|mp[34]|wav|m4[av]|mov)");

  private Bounds() {}

  /** Called by whoever writes text: ends the parsing of a file that is too long or was given up. */
  public static void check(int length) throws SAXException {
    if (length > TEXT) {
      throw new TooLargeException(TOO_MUCH_TEXT);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new SAXException("given up");
    }
  }

  /** Unpacks a zip without keeping anything: what its directory says of sizes may be a lie. */
  public static void checkUnpacked(Path zip) throws IOException, SAXException {
    long unpacked = 0;
    int entries = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(zip); ZipInputStream files = new ZipInputStream(in)) {
      for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
        if (++entries > ENTRIES) {
          throw new TooLargeException("holds more than " + ENTRIES + " parts; remove it, or save it anew");
        }
        boolean media = MEDIA.matcher(entry.getName().toLowerCase(Locale.ROOT)).matches();
        for (int n = files.read(buffer); n >= 0; n = files.read(buffer)) {
          unpacked += media ? 0 : n;
          check(0);
          if (unpacked > UNPACKED) {
            throw new TooLargeException("unpacks to more than " + (UNPACKED >> 20) + " MB; remove it, or split it");
          }
        }
      }
    }
  }

  /**
   * Runs the work on a thread of its own. When the time is over the thread is interrupted and no longer waited for; it
   * doesn't keep the program alive.
   */
  public static <T> T within(long millis, Callable<T> work)
      throws ExecutionException, TimeoutException, InterruptedException {
    var task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("docent-parser").start(task);
    try {
      return task.get(millis, TimeUnit.MILLISECONDS);
    } finally {
      task.cancel(true);
    }
  }

  /** A bound was reached; the message says of the file what it is and what to do. */
  public static final class TooLargeException extends SAXException {
    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
      super(message);
    }
  }
}
