package dev.docent.answer;

/** Hears the claims of a draft as they are written. Called by the reading thread only. */
@FunctionalInterface
public interface ClaimListener {

  /** The next claim is complete. */
  void claim(Draft.Claim claim);

  /** All claims so far are taken back; the draft begins anew. */
  default void restart(String reason) {}
}
