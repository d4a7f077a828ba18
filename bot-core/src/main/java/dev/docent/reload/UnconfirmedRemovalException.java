package dev.docent.reload;

/**
 * A reload would remove all that the index holds, or most of it, and nobody said that this is meant: the folder may be
 * unmounted or half copied. The index stays as it is; the message says what to do.
 */
public final class UnconfirmedRemovalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnconfirmedRemovalException(String place, int lost, int held) {
    super(place + (lost == held ? " holds none of the " : " lacks " + lost + " of the ") + held + " document"
        + (held == 1 ? "" : "s")
        + " in the index. If they are to be forgotten, run 'docent reload --confirm'; if not, see what became of the"
        + " folder. The index stays as it is.");
  }
}
