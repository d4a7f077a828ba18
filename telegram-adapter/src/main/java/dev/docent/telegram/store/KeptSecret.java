package dev.docent.telegram.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** A secret that all replicas of a bot go by, kept in the store they share. */
public final class KeptSecret {
  private static final String NAME = "secrets";

  private static final int BYTES = 32;

  private KeptSecret() {}

  /** A new one, of as many signs as nobody guesses. */
  public static String hex() {
    byte[] made = new byte[BYTES];
    new SecureRandom().nextBytes(made);
    return HexFormat.of().formatHex(made);
  }

  /**
   * The one that is kept, or a new one that is kept from now on.
   *
   * @return empty where the store isn't shared: it then lies in a file of this bot's
   */
  public static Optional<String> of(Store store, String name, Supplier<String> making) {
    if (store.sharing().isEmpty()) {
      return Optional.empty();
    }
    String made = making.get();
    return Optional.of(new StoredMap<>(store, NAME, String.class).update(name, made, kept -> kept));
  }
}
