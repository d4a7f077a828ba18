package dev.docent.corpus.files;

import dev.docent.corpus.Language;
import dev.docent.corpus.LanguageDetector;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The languages of a folder, in whose light encodings are guessed: what the beginnings of some of its texts are in that
 * leave no doubt of their own encoding. Looked for when first asked for. Safe for use by several threads.
 */
final class FolderLanguages {
  private static final Set<Language> KNOWN = EnumSet.complementOf(EnumSet.of(Language.OTHER));
  private static final int FILES = 40;
  private static final int BEGINNING = 4 << 10;
  private static final int LETTERS = 40;
  /** A language that one text in so many is in is one of the folder's. */
  private static final int SHARE = 10;

  private final LanguageDetector detector;
  private final List<Path> files;
  private @Nullable Set<Language> languages;

  /** @param files of which some are looked at */
  FolderLanguages(LanguageDetector detector, List<Path> files) {
    this.detector = detector;
    this.files = files.stream().filter(file -> telling(FileKind.of(file.toString()))).toList();
  }

  private static boolean telling(FileKind kind) {
    return kind.text() || kind == FileKind.CSV || kind == FileKind.HTML;
  }

  /** What there is to know before guessing at these bytes; nothing where nothing is to be guessed. */
  Set<Language> lightOn(byte[] bytes) {
    return Utf8.of(bytes).whole() ? Set.of() : all();
  }

  synchronized Set<Language> all() {
    if (languages == null) {
      languages = looked();
    }
    return languages;
  }

  private Set<Language> looked() {
    Map<Language, Integer> texts = new EnumMap<>(Language.class);
    int told = 0;
    int step = Math.max(1, files.size() / FILES);
    for (int i = 0; i < files.size(); i += step) {
      Language language = language(files.get(i));
      if (language != Language.OTHER) {
        texts.merge(language, 1, Integer::sum);
        told++;
      }
    }
    int all = told;
    texts.values().removeIf(count -> count * SHARE < all);
    return Set.copyOf(texts.keySet());
  }

  private Language language(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] beginning = in.readNBytes(BEGINNING);
      // The last character may be cut off.
      if (Utf8.of(beginning).faults() > 1) {
        return Language.OTHER;
      }
      String text = new String(beginning, StandardCharsets.UTF_8);
      return text.codePoints().filter(Character::isLetter).count() < LETTERS
          ? Language.OTHER
          : detector.detect(text, KNOWN);
    } catch (IOException e) {
      // Whoever reads it will say so.
      return Language.OTHER;
    }
  }
}
