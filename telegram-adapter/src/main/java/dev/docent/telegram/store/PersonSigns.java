package dev.docent.telegram.store;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A sign for each person, by which what they asked is found again to be forgotten. Who it is can't be told from it without
 * the key, which lies in a file of the bot's.
 */
public final class PersonSigns {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY = 32;
  private static final int SIGN = 12;

  private final SecretKeySpec key;

  private PersonSigns(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * With the key in the file, made if there is none.
   *
   * @throws StoreException when it can't be read or made
   */
  public static PersonSigns of(Path file) {
    try {
      byte[] key = Files.exists(file) ? Files.readAllBytes(OwnerOnly.file(file)) : new byte[0];
      if (key.length != KEY) {
        key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        Files.write(OwnerOnly.file(file), key);
      }
      return new PersonSigns(key);
    } catch (IOException e) {
      throw new StoreException(file + " can't be read or written (" + e.getMessage() + ")", e);
    }
  }

  /**
   * With the key that all replicas share, or the one in the file.
   *
   * @throws StoreException when it can't be read or made
   */
  public static PersonSigns of(Store store, Path file) {
    return KeptSecret.of(store, "signs", KeptSecret::hex)
        .map(kept -> new PersonSigns(HexFormat.of().parseHex(kept)))
        .orElseGet(() -> of(file));
  }

  public String of(long person) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] sign = mac.doFinal(Long.toString(person).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(Arrays.copyOf(sign, SIGN));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
