package dev.docent.index;

import dev.docent.corpus.Language;
import java.time.Instant;

/**
 * What the index holds of one document.
 *
 * @param stamp of the content it was last looked at, readable or not
 * @param readAt when its present segments were read
 * @param problem why its present content can't be read; empty when all is well. The segments are then the last good ones
 */
public record DocumentEntry(String id, String title, Language language, String stamp, int segments, Instant readAt,
    String problem) {
  public DocumentEntry {
    if (segments < 0) {
      throw new IllegalArgumentException(id + ": " + segments + " segments");
    }
  }

  public boolean readable() {
    return problem.isEmpty();
  }
}
