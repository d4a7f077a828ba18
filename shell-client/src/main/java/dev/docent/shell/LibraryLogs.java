package dev.docent.shell;

import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * What libraries log. Nobody sees it, for what fails reaches the user as one line of Docent's own, unless DOCENT_LOG names
 * a level: only then is there a logging library to be started.
 */
final class LibraryLogs {
  private LibraryLogs() {}

  /** To be called before any library logs. */
  static void settle() {
    System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.Slf4jLogFactory");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    LogManager.getLogManager().reset();
    if (System.getenv("DOCENT_LOG") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
      System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    } else {
      SLF4JBridgeHandler.install();
    }
  }
}
