package dev.docent.telegram.chat;

import dev.docent.telegram.text.Clean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for everything that changes what the bot knows or who may do what, and for each try to. */
final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger("audit");

  private Audit() {}

  static void allowed(long person, String what) {
    LOG.info("user {}: {}", person, Clean.line(what, 200));
  }

  static void refused(long person, String what) {
    LOG.warn("user {} refused: {}", person, Clean.line(what, 200));
  }
}
