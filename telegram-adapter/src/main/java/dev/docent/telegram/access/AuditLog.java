package dev.docent.telegram.access;

import dev.docent.telegram.text.CleanText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for everything that changes what the bot knows or who may do what, and for each try to. */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger("audit");

  private AuditLog() {}

  public static void allowed(long person, String what) {
    LOG.info("user {}: {}", person, CleanText.line(what, 200));
  }

  public static void refused(long person, String what) {
    LOG.warn("user {} refused: {}", person, CleanText.line(what, 200));
  }
}
