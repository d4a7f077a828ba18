package dev.docent.telegram.folder;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of several replicas reads the folder: the one that holds what only one may have. */
public final class Election {
  private static final Logger LOG = LoggerFactory.getLogger(Election.class);
  static final Duration ASK_AGAIN = Duration.ofSeconds(2);
  /** A bot alone. */
  static final Election NONE = new Election(() -> true);

  private final BooleanSupplier holds;

  /** @param holds whether this replica has it, taking it if nobody alive does; may throw when that can't be told */
  public Election(BooleanSupplier holds) {
    this.holds = holds;
  }

  /** Who can't tell doesn't lead: another may by now. */
  boolean won() {
    try {
      return holds.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.debug("not known who leads", e);
      return false;
    }
  }
}
