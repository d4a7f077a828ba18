package dev.docent.index;

/** Somebody else is changing the index. */
public final class IndexBusyException extends IndexException {
  private static final long serialVersionUID = 1L;

  private final String who;
  private final boolean brief;

  /**
   * @param who in words, who is at what, where, and since when
   * @param brief whether what is being done takes no more than moments
   */
  public IndexBusyException(String who, boolean brief) {
    super(who + ". Try again when it is done, or wait for it with 'docent reload --wait'.");
    this.who = who;
    this.brief = brief;
  }

  public String who() {
    return who;
  }

  public boolean brief() {
    return brief;
  }
}
