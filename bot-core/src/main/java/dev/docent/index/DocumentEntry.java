package dev.docent.index;

import dev.docent.corpus.Language;
import java.time.Instant;
import java.util.List;

/**
 * What the index holds of one document.
 *
 * @param stamp of the content it was last looked at, readable or not
 * @param changed when somebody last wrote it, as far as that is known; else {@link Instant#EPOCH}
 * @param readAt when its present segments were read
 * @param problem why its present content can't be read; empty when all is well. The segments are then the last good ones
 * @param remarks what is to be known of how it was read, such as parts that weren't
 */
public record DocumentEntry(String id, String title, Language language, String stamp, int segments,
    Instant changed, Instant readAt, String problem, List<String> remarks) {
  public DocumentEntry {
    remarks = List.copyOf(remarks);
    if (segments < 0) {
      throw new IllegalArgumentException(id + ": " + segments + " segments");
    }
  }

  /** A document of which there is nothing to remark, and of which nobody knows when it was written. */
  public DocumentEntry(String id, String title, Language language, String stamp, int segments, Instant readAt,
      String problem) {
    this(id, title, language, stamp, segments, Instant.EPOCH, readAt, problem, List.of());
  }

  public boolean readable() {
    return problem.isEmpty();
  }
}
