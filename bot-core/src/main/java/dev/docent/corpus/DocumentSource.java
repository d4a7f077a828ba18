package dev.docent.corpus;

import java.time.Instant;
import java.util.List;

/** Where documents come from. Implementations are safe for use by several threads. */
public interface DocumentSource {

  /** Where the documents come from, for messages: {@code the knowledge folder papers}. */
  String place();

  /**
   * What is there now, ordered by id, without reading more than is needed to tell a change.
   *
   * @throws CorpusUnavailableException when the source as a whole can't be looked at; never an empty list instead
   */
  Scan scan();

  /**
   * A fingerprint of all that is there, from names, sizes and times alone: cheap, and alike as long as nobody touches
   * anything. Content that changes without its size and time is only seen by {@link #scan}.
   *
   * @throws CorpusUnavailableException when the source as a whole can't be looked at
   */
  String look();

  /** Reads one document. A document that can't be read is an outcome, not an exception. */
  ReadOutcome read(Found found);

  /**
   * The outcome of a scan.
   *
   * @param found what can be read
   * @param skipped what was passed over
   * @param closed where nobody can say what there is
   */
  record Scan(List<Found> found, List<Skipped> skipped, List<Closed> closed) {
    public Scan {
      found = List.copyOf(found);
      skipped = List.copyOf(skipped);
      closed = List.copyOf(closed);
    }
  }

  /**
   * A document that is there.
   *
   * @param stamp changes whenever the content may have changed
   * @param changed when somebody last wrote it, as far as that is known
   */
  record Found(String id, String stamp, Instant changed) {

    /** A document of which nobody knows when it was written. */
    public Found(String id, String stamp) {
      this(id, stamp, Instant.EPOCH);
    }
  }

  /** A file that is no document, and why. */
  record Skipped(String id, String reason) {}

  /** A subfolder, or a file, that can't be looked at, and why: its documents may be there as they were. */
  record Closed(String id, String reason) {

    /** Whether the document lies in there. */
    public boolean holds(String documentId) {
      return documentId.equals(id) || documentId.startsWith(id + "/");
    }
  }

  /** What reading a document came to. */
  sealed interface ReadOutcome {
    /**
     * The document was read.
     *
     * @param remarks what is to be known of how, such as parts that weren't; each goes on after "it": {@code is HTML,
     *   whatever its ending says}
     */
    record Read(Document document, List<String> remarks) implements ReadOutcome {
      public Read {
        remarks = List.copyOf(remarks);
      }

      /** All of it was read, as it is. */
      public Read(Document document) {
        this(document, List.of());
      }
    }

    /** The document can't be read; the reason says what the user can do. */
    record Unreadable(String id, String reason) implements ReadOutcome {}
  }
}
