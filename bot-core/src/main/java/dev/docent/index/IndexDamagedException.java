package dev.docent.index;

/** What lies in the index folder can't be understood. Only {@link SegmentIndex#startAnew} helps. */
public final class IndexDamagedException extends IndexException {
  private static final long serialVersionUID = 1L;

  private final String damage;

  /** @param damage what was found, for a bracket in a sentence */
  public IndexDamagedException(String place, String damage, Throwable cause) {
    super(place + " is damaged (" + damage + "). 'docent reload' makes it anew from the documents.", cause);
    this.damage = damage;
  }

  public String damage() {
    return damage;
  }
}
