package dev.docent.corpus.files.text;

import dev.docent.corpus.Language;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes to text: a byte order mark decides, then the escape sequences of mail's older encodings, then UTF-8 if it fits but
 * for a few bytes, then what was declared, then a guess.
 */
public final class TextDecoding {
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  /** Where every other byte is zero, so much of a beginning tells. */
  private static final int HEAD = 4096;

  private TextDecoding() {}

  /** The text with plain line ends and no byte order mark at its start; empty for bytes that are no text. */
  public static Optional<String> decode(byte[] bytes) {
    return decode(bytes, Optional.empty(), Set.of()).map(Decoded::text);
  }

  /**
   * The text of the bytes; empty for bytes that are no text.
   *
   * @param declared the encoding that the bytes, or what they came with, say they are in
   * @param folder the languages of the folder, in whose light is guessed
   */
  public static Optional<Decoded> decode(byte[] bytes, Optional<Charset> declared, Set<Language> folder) {
    Optional<Charset> shown = marked(bytes).or(() -> escaped(bytes));
    if (shown.isPresent()) {
      return legible(Decoded.sure(new String(bytes, shown.get())));
    }
    Utf8 utf8 = Utf8.of(bytes);
    if (utf8.whole()) {
      return legible(Decoded.sure(new String(bytes, StandardCharsets.UTF_8)));
    }
    boolean otherDeclared = declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8);
    if (utf8.butFor() && (!otherDeclared || !fits(bytes, declared.get()))) {
      // How few its faults are is known already.
      Decoded read = StrayBytes.read(bytes, folder);
      return legible(read.text().replace("\uFFFD", "")) ? Optional.of(read) : Optional.empty();
    }
    return legible(otherDeclared ? asDeclared(bytes, declared.get(), folder) : guessed(bytes, folder));
  }

  private static Optional<Decoded> legible(Decoded decoded) {
    return legible(decoded.text()) ? Optional.of(decoded) : Optional.empty();
  }

  /** Bytes of something else, read as text, show themselves by characters that nobody types. */
  private static boolean legible(String text) {
    long strange = text.chars().filter(c -> c == '\uFFFD' || c < ' ' && "\t\n\r\f\b\u001B".indexOf(c) < 0).count();
    return text.indexOf('\0') < 0 && strange * 50 <= text.length();
  }

  private static Decoded asDeclared(byte[] bytes, Charset declared, Set<Language> folder) {
    if (fits(bytes, declared)) {
      return Decoded.sure(new String(bytes, declared));
    }
    String text = new String(bytes, declared);
    long faults = text.chars().filter(c -> c == '\uFFFD').count();
    return 20 * faults > text.length()
        ? guessed(bytes, folder)
        : new Decoded(text,
            "says it is in " + declared.displayName() + ", in which some of its bytes are nothing; they are "
                + "shown as \uFFFD");
  }

  private static Decoded guessed(byte[] bytes, Set<Language> folder) {
    return CharsetGuess.of(bytes, folder)
        .map(guess -> new Decoded(new String(bytes, guess.charset()), guess.doubtful()
            ? "doesn't say its encoding; read as " + guess.charset().displayName()
                + ", which is a guess: look whether its letters are right, or save it as UTF-8"
            : ""))
        .orElseGet(() -> Decoded.sure(new String(bytes, StandardCharsets.UTF_8)));
  }

  private static boolean fits(byte[] bytes, Charset charset) {
    try {
      charset.newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Optional<Charset> marked(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return switch (first) {
      case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
      case 0xFFFE -> Optional
          .of(bytes.length >= 4 && bytes[2] == 0 && bytes[3] == 0 ? UTF_32LE : StandardCharsets.UTF_16LE);
      default -> unmarkedUtf16(bytes);
    };
  }

  /** In Latin letters, UTF-16 without a mark has a zero beside each of them. */
  private static Optional<Charset> unmarkedUtf16(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (length < 8 || bytes.length % 2 != 0) {
      return Optional.empty();
    }
    return even == 0 && odd * 4 > length / 2
        ? Optional.of(StandardCharsets.UTF_16LE)
        : odd == 0 && even * 4 > length / 2 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /** ISO 2022 is ASCII throughout; what its bytes mean changes with escape sequences. */
  private static Optional<Charset> escaped(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] < 0) {
        return Optional.empty();
      }
      if (bytes[i] == 0x1B && bytes[i + 1] == '$') {
        return switch (bytes[i + 2]) {
          case '@', 'B', '(' -> Optional.of(Charset.forName("x-windows-iso2022jp"));
          case ')' -> Optional.of(Charset.forName(i + 3 < bytes.length && bytes[i + 3] == 'C'
              ? "ISO-2022-KR"
              : "ISO-2022-CN"));
          default -> Optional.empty();
        };
      }
    }
    return Optional.empty();
  }
}
