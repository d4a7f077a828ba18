package dev.docent.reload;

/** A folder being followed, until it is closed. */
public interface Watch extends AutoCloseable {

  /** Nothing is followed. */
  Watch NONE = () -> {};

  /** Ends the watch; a reload under way is cancelled. May be called again. */
  @Override
  void close();
}
