package dev.docent.reload;

/**
 * How a reload is to be done.
 *
 * @param confirmed whether it may remove most of what the index holds
 * @param patient whether it waits for another that is under way; otherwise it is refused
 */
public record ReloadRequest(boolean confirmed, boolean patient) {

  /** As it is done unasked: nothing big is removed, and nobody waits. */
  public static final ReloadRequest CAREFUL = new ReloadRequest(false, false);
}
