package dev.docent.corpus.files.text;

import dev.docent.corpus.Language;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Guesses the encoding of bytes that don't say it and aren't UTF-8: they are read in each that may be, and what comes out
 * is held against how languages are written. Libraries that look at bytes alone need more text than a note has
 * (decision 26). Safe for use by several threads.
 */
final class CharsetGuess {
  /** So much text is enough, in bytes from the first that isn't ASCII. */
  private static final int SAMPLE = 8 << 10;
  private static final int BEFORE = 160;
  /** A guess that is better by less than this, in nats, is a doubtful one. */
  private static final double SURE = 5;
  /** What a language of the folder is ahead of others, in nats. */
  private static final double OF_FOLDER = 3;
  /** No language costs so much for a character, in the right encoding. */
  private static final double PLAUSIBLE = 8.5;

  /**
   * An encoding that may be meant.
   *
   * @param behind how much rarer it is than the most frequent ones, in nats
   */
  private record Candidate(Charset charset, double behind, List<Orthography> languages, Orthography.Common common) {
    Candidate(String charset, double behind, List<Orthography> languages) {
      this(Charset.forName(charset), behind, languages, c -> true);
    }

    /** @param lead the bytes that begin what the encoding's makers took for common */
    static Candidate wide(String charset, double behind, List<Orthography> languages, int lead, int last, int trail) {
      ThreadLocal<CharsetEncoder> encoder = ThreadLocal.withInitial(Charset.forName(charset)::newEncoder);
      return new Candidate(Charset.forName(charset), behind, languages, character -> {
        try {
          ByteBuffer bytes = encoder.get().encode(CharBuffer.wrap(Character.toString(character)));
          return bytes.remaining() == 2 && (bytes.get(0) & 0xFF) >= lead && (bytes.get(0) & 0xFF) <= last
              && (bytes.get(1) & 0xFF) >= trail;
        } catch (java.nio.charset.CharacterCodingException e) {
          return false;
        }
      });
    }
  }

  private static final List<Candidate> CANDIDATES = List.of(new Candidate("windows-1252", 0, Orthography.WESTERN),
      new Candidate("windows-1251", 0, Orthography.CYRILLIC), new Candidate("KOI8-U", 1, Orthography.CYRILLIC),
      new Candidate("IBM866", 1, Orthography.CYRILLIC), new Candidate("ISO-8859-5", 3, Orthography.CYRILLIC),
      new Candidate("x-MacCyrillic", 4, Orthography.CYRILLIC), new Candidate("ISO-8859-15", 2, Orthography.WESTERN),
      new Candidate("IBM850", 2.5, Orthography.WESTERN), new Candidate("x-MacRoman", 4, Orthography.WESTERN),
      new Candidate("windows-1250", 1, Orthography.CENTRAL), new Candidate("ISO-8859-2", 1.5, Orthography.CENTRAL),
      new Candidate("IBM852", 3, Orthography.CENTRAL), new Candidate("windows-1254", 1.5, Orthography.TURKISH),
      new Candidate("IBM857", 4, Orthography.TURKISH), new Candidate("windows-1257", 2, Orthography.BALTIC),
      new Candidate("windows-1253", 1, Orthography.GREEK), new Candidate("ISO-8859-7", 1.5, Orthography.GREEK),
      new Candidate("x-IBM737", 3, Orthography.GREEK), new Candidate("windows-1255", 1, Orthography.HEBREW),
      new Candidate("IBM862", 4, Orthography.HEBREW), new Candidate("windows-1256", 1, Orthography.ARABIC),
      new Candidate("ISO-8859-6", 2, Orthography.ARABIC), new Candidate("x-windows-874", 2, Orthography.THAI),
      Candidate.wide("GB18030", 1, Orthography.SIMPLIFIED, 0xB0, 0xD7, 0xA1),
      Candidate.wide("Big5-HKSCS", 1, Orthography.TRADITIONAL, 0xA4, 0xC6, 0x40),
      Candidate.wide("x-windows-949", 1, Orthography.KOREAN, 0xB0, 0xC8, 0xA1),
      Candidate.wide("windows-31j", 1, Orthography.JAPANESE, 0x88, 0x97, 0x40),
      Candidate.wide("EUC-JP", 1.5, Orthography.JAPANESE, 0xB0, 0xCF, 0xA1));

  private CharsetGuess() {}

  /**
   * A guess.
   *
   * @param doubtful whether another encoding is nearly as likely and would say something else
   */
  record Guess(Charset charset, boolean doubtful) {}

  private record Scored(Candidate candidate, String text, double cost) {}

  /** Empty when the bytes are no text in any encoding that is known here. */
  static Optional<Guess> of(byte[] bytes, Set<Language> folder) {
    byte[] sample = sample(bytes);
    var scored = new ArrayList<Scored>();
    for (Candidate candidate : CANDIDATES) {
      strictly(sample, candidate.charset).ifPresent(text -> scored
          .add(new Scored(candidate, text, candidate.behind + cost(text, candidate, folder))));
    }
    if (scored.isEmpty()) {
      return Optional.empty();
    }
    scored.sort(Comparator.comparingDouble(Scored::cost));
    Scored best = scored.getFirst();
    double other = scored.stream()
        .filter(s -> !s.text.equals(best.text))
        .mapToDouble(Scored::cost)
        .findFirst()
        .orElse(Double.MAX_VALUE);
    boolean strange = best.cost > PLAUSIBLE * best.text.length();
    return Optional.of(new Guess(best.candidate.charset, strange || other - best.cost < SURE));
  }

  /** What the text costs in the likeliest language. */
  static double cost(String text, Set<Language> folder) {
    return CANDIDATES.stream().mapToDouble(candidate -> cost(text, candidate, folder)).min().orElse(Double.MAX_VALUE);
  }

  /** The encodings of one byte a character in which a lone byte of another text may be, with the languages of each. */
  static List<Stray> strays() {
    return CANDIDATES.stream()
        .filter(c -> c.charset.newEncoder().maxBytesPerChar() == 1)
        .map(c -> new Stray(c.charset, c.languages))
        .toList();
  }

  record Stray(Charset charset, List<Orthography> languages) {}

  private static double cost(String text, Candidate candidate, Set<Language> folder) {
    return candidate.languages.stream()
        .mapToDouble(
            o -> o.cost(text, candidate.common) - (o.language() != Language.OTHER && folder.contains(o.language())
                ? OF_FOLDER
                : 0))
        .min()
        .orElseThrow();
  }

  private static byte[] sample(byte[] bytes) {
    int first = 0;
    while (first < bytes.length && bytes[first] >= 0) {
      first++;
    }
    int from = Math.max(0, first - BEFORE);
    return java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SAMPLE));
  }

  /** The text, if the bytes are one in this encoding; the last character may be cut off. */
  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, false);
    if (result.isError()) {
      return Optional.empty();
    }
    String read = text.flip().toString();
    return read.chars().anyMatch(c -> c >= 0x80 && c < 0xA0) ? Optional.empty() : Optional.of(read);
  }
}
