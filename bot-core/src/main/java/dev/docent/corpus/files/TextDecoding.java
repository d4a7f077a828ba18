package dev.docent.corpus.files;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Bytes to text: a byte order mark decides, then UTF-8 if it fits without a fault, then ICU's guess. */
final class TextDecoding {
  private static final int SAMPLE = 64 << 10;

  private TextDecoding() {}

  /** The text with plain line ends and no byte order mark at its start; empty for bytes that are no text. */
  static Optional<String> decode(byte[] bytes) {
    return charset(bytes).map(charset -> new String(bytes, charset))
        .filter(TextDecoding::legible)
        .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
        .map(text -> text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** Bytes of something else, read as text, show themselves by characters that nobody types. */
  private static boolean legible(String text) {
    long strange = text.chars().filter(c -> c == '\uFFFD' || c < ' ' && "\t\n\r\f\b\u001B".indexOf(c) < 0).count();
    return text.indexOf('\0') < 0 && strange * 50 <= text.length();
  }

  private static Optional<Charset> charset(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    try {
      StandardCharsets.UTF_8.newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return Optional.of(StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return guess(bytes);
    }
  }

  private static Optional<Charset> guess(byte[] bytes) {
    byte[] sample = bytes.length > SAMPLE ? java.util.Arrays.copyOf(bytes, SAMPLE) : bytes;
    CharsetMatch match = new CharsetDetector().setText(sample).detect();
    try {
      return Optional.ofNullable(match).map(CharsetMatch::getName).map(Charset::forName);
    } catch (UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
