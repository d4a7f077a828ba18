package dev.docent.telegram.access;

import dev.docent.telegram.store.KeptSecret;
import dev.docent.telegram.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** The code by which the bot comes to know who runs it, printed where it was started. It can be tried a few times only. */
public final class Pairing {
  /** Without letters and digits that look alike. */
  private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 8;
  private static final int TRIES = 5;
  private static final int TRIES_OF_ALL = 50;
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** What came of a try. */
  public enum Outcome {
    RIGHT, WRONG, WAIT, NO_CODE
  }

  private final String code;
  private final LongSupplier nanos;
  private final Map<Long, Integer> tries = new HashMap<>();
  private int all;
  private long since;

  public Pairing() {
    this(random(), System::nanoTime);
  }

  /** With the code that all replicas of the bot print, where there may be several. */
  public static Pairing of(Store store) {
    return new Pairing(KeptSecret.of(store, "pairing", Pairing::random).orElseGet(Pairing::random), System::nanoTime);
  }

  Pairing(String code, LongSupplier nanos) {
    this.code = code;
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  private static String random() {
    var random = new SecureRandom();
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  public String code() {
    return code;
  }

  private static boolean looksLikeOne(String text) {
    String sign = text.strip().toUpperCase(Locale.ROOT);
    return sign.length() == LENGTH && sign.chars().allMatch(c -> SIGNS.indexOf(c) >= 0);
  }

  /** Somebody sends a text that may be the code. */
  public synchronized Outcome attempt(long person, String text) {
    if (!looksLikeOne(text)) {
      return Outcome.NO_CODE;
    }
    if (nanos.getAsLong() - since > PAUSE.toNanos()) {
      since = nanos.getAsLong();
      tries.clear();
      all = 0;
    }
    int mine = tries.merge(person, 1, Integer::sum);
    if (mine > TRIES || ++all > TRIES_OF_ALL) {
      return Outcome.WAIT;
    }
    byte[] tried = text.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(tried, code.getBytes(StandardCharsets.UTF_8)) ? Outcome.RIGHT : Outcome.WRONG;
  }
}
