package dev.docent.evaluation;

import dev.docent.answer.Citation;
import dev.docent.answer.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The texts citations claim to be from, looked up without the code that made the citations: the file on disk first,
 * and, for files whose bytes are not their text, the segments the answer was read from.
 */
final class CitedTexts {
  private final Path knowledge;
  private final Map<String, String> files = new HashMap<>();

  CitedTexts(Path knowledge) {
    this.knowledge = knowledge;
  }

  /** Whether the quote is a literal part of its document, runs of white space as one space. */
  boolean hold(Citation citation, Trace trace) {
    String quote = spaced(citation.quote());
    return files.computeIfAbsent(citation.document(), this::file).contains(quote)
        || trace.passages()
            .stream()
            .filter(p -> p.segment().documentId().equals(citation.document()))
            .anyMatch(p -> spaced(p.segment().text()).contains(quote));
  }

  /** For comparing wordings: case and white space don't count. */
  static String folded(String text) {
    return spaced(text).toLowerCase(Locale.ROOT);
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  private String file(String document) {
    try {
      // Decoding leniently: a file in another encoding simply doesn't hold the quote.
      return spaced(
          new String(Files.readAllBytes(knowledge.resolve(document)), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + document + " to check its citations", e);
    }
  }
}
