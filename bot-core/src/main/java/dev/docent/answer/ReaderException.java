package dev.docent.answer;

/** A reader that can't do its work: its model is down, slow, over quota or refuses the key. */
public class ReaderException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean permanent;

  /**
   * @param message one line for the user: what failed, on what, what to do
   * @param permanent whether trying again is of no use
   */
  public ReaderException(String message, boolean permanent, Throwable cause) {
    super(message, cause);
    this.permanent = permanent;
  }

  public boolean permanent() {
    return permanent;
  }
}
