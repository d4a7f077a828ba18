package dev.docent.corpus.files.mail;

import dev.docent.corpus.Language;
import dev.docent.corpus.files.text.DeclaredCharset;
import dev.docent.corpus.files.text.Decoded;
import dev.docent.corpus.files.text.TextDecoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of mail headers (RFC 2047). Neighbouring words of one encoding are decoded as one, since programs cut between the
 * bytes of a character, and encodings are taken as they are meant; what isn't well formed stays as it is.
 */
final class EncodedWords {
  private static final Pattern WORD = Pattern
      .compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]{0,20})?\\?([bBqQ])\\?([^?]*)\\?=");

  private EncodedWords() {}

  /**
   * @param raw the header's value as bytes
   * @param otherwise the encoding of what isn't ASCII and says nothing of itself, as far as it is known
   */
  static String decode(byte[] raw, Optional<Charset> otherwise, Set<Language> folder) {
    boolean ascii = true;
    for (byte b : raw) {
      ascii &= b >= 0;
    }
    String value = ascii
        ? new String(raw, StandardCharsets.US_ASCII)
        : TextDecoding.decode(raw, otherwise, folder)
            .map(Decoded::text)
            .orElseGet(() -> new String(raw, StandardCharsets.UTF_8));
    return decode(value.replaceAll("\\r?\\n[ \\t]?", " ").strip());
  }

  static String decode(String value) {
    var text = new StringBuilder();
    var bytes = new ByteArrayOutputStream();
    Charset charset = null;
    int at = 0;
    Matcher word = WORD.matcher(value);
    while (word.find()) {
      String between = value.substring(at, word.start());
      Optional<Charset> named = charset(word.group(1));
      byte[] decoded = bytes(word.group(2), word.group(3));
      if (named.isEmpty() || decoded == null) {
        continue;
      }
      if (charset == null || !between.isBlank() || !named.get().equals(charset)) {
        flush(bytes, charset, text);
        text.append(charset != null && between.isBlank() ? "" : between);
      }
      charset = named.get();
      bytes.writeBytes(decoded);
      at = word.end();
    }
    flush(bytes, charset, text);
    return text.append(value, at, value.length()).toString();
  }

  private static Optional<Charset> charset(String name) {
    return name.equalsIgnoreCase("us-ascii") ? Optional.of(StandardCharsets.US_ASCII) : DeclaredCharset.named(name);
  }

  private static void flush(ByteArrayOutputStream bytes, @Nullable Charset charset, StringBuilder text) {
    if (charset != null) {
      text.append(bytes.toString(charset));
    }
    bytes.reset();
  }

  private static byte @Nullable [] bytes(String encoding, String encoded) {
    if (encoding.equalsIgnoreCase("b")) {
      try {
        return Base64.getMimeDecoder().decode(encoded);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      int high = c == '=' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(encoded.charAt(i + 2), 16);
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(c == '_' ? ' ' : c);
      }
    }
    return bytes.toByteArray();
  }
}
