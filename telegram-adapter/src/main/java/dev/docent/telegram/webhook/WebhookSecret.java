package dev.docent.telegram.webhook;

import dev.docent.privacy.OwnerOnly;
import dev.docent.telegram.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What Telegram shows with each update, so that nobody else's are taken. Its text form is masked. */
record WebhookSecret(String value) {
  private static final int BYTES = 32;

  /**
   * The one that was kept in the file, or a new one that is kept there.
   *
   * @throws StoreException when it can't be read or made
   */
  static WebhookSecret of(Path file) {
    try {
      String kept = Files.exists(file) ? Files.readString(OwnerOnly.file(file)).strip() : "";
      if (!kept.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
        byte[] made = new byte[BYTES];
        new SecureRandom().nextBytes(made);
        kept = HexFormat.of().formatHex(made);
        Files.writeString(OwnerOnly.file(file), kept);
      }
      return new WebhookSecret(kept);
    } catch (IOException e) {
      throw new StoreException(file + " can't be read or written (" + e.getMessage() + ")", e);
    }
  }

  /** Takes as long for a near miss as for any other. */
  boolean is(@Nullable String shown) {
    return shown != null && MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8),
        shown.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "***";
  }
}
