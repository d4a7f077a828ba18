package dev.docent.corpus.files;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.HeadingLine;
import dev.docent.corpus.Language;
import dev.docent.corpus.LanguageDetector;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.format.Refusal;
import dev.docent.corpus.files.parser.ParsedFile;
import dev.docent.corpus.files.parser.ParserLink;
import dev.docent.corpus.files.table.CsvRows;
import dev.docent.corpus.files.text.Decoded;
import dev.docent.corpus.files.text.TextDecoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.SAXException;

/** Reads files that aren't text as they stand: tables in text here, all others in the parser process. */
final class FormatReader {
  private static final Set<Language> LANGUAGES = EnumSet.complementOf(EnumSet.of(Language.OTHER));

  private final LanguageDetector languages;
  private final ParserLink parser;

  FormatReader(LanguageDetector languages, ParserLink parser) {
    this.languages = languages;
    this.parser = parser;
  }

  /** Reads a file as what its name says. */
  ReadOutcome read(Found found, Path file) throws IOException {
    return read(found, FileKind.of(found.id()), file, new FolderLanguages(languages, List.of()));
  }

  /**
   * Interrupted, it gives up and leaves the thread interrupted.
   *
   * @param kind what it is by its bytes
   * @param folder in whose languages' light an encoding is guessed
   */
  ReadOutcome read(Found found, FileKind kind, Path file, FolderLanguages folder) throws IOException {
    if (Files.size(file) == 0) {
      return unreadable(found, "is empty; fill it or remove it");
    }
    // Opened here so that what the disk says isn't taken for a damage of the file.
    Files.newInputStream(file).close();
    try {
      return switch (kind == FileKind.CSV ? table(file, folder) : parser.parse(kind, file, light(kind, folder))) {
        case ParsedFile.Read(Extracted extracted) -> outcome(found, kind, extracted);
        case ParsedFile.Refused(String reason) -> unreadable(found, reason);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unreadable(found, "wasn't read to its end; reload again");
    }
  }

  /** Only what may leave its encoding open is read in the light of the folder. */
  private static Set<Language> light(FileKind kind, FolderLanguages folder) {
    return kind == FileKind.MAIL || kind == FileKind.HTML ? folder.all() : Set.of();
  }

  private static ParsedFile table(Path file, FolderLanguages folder) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Decoded text = TextDecoding.decode(bytes, Optional.empty(), folder.lightOn(bytes)).orElse(Decoded.sure(""));
    try {
      return new ParsedFile.Read(
          CsvRows.of(text.text()).remarking(text.remark().isEmpty() ? List.of() : List.of(text.remark())));
    } catch (SAXException e) {
      return new ParsedFile.Refused(Refusal.of(e));
    }
  }

  private ReadOutcome outcome(Found found, FileKind kind, Extracted extracted) {
    if (extracted.blocks().isEmpty()) {
      return unreadable(found, kind == FileKind.PDF
          ? "holds no text, only pictures of it; run text recognition (OCR) on it, or remove it"
          : "holds no text; fill it or remove it");
    }
    Language language = languages.detect(extracted.text(), LANGUAGES);
    return new ReadOutcome.Read(new Document(found.id(), title(found, kind, extracted), language, extracted.text(),
        extracted.blocks(), extracted.pages(), found.stamp()), extracted.remarks());
  }

  /** The heading that opens a text is a better title than what a program has noted; of a web page it isn't. */
  private static String title(Found found, FileKind kind, Extracted extracted) {
    Optional<String> heading = Optional.of(extracted.blocks().getFirst())
        .filter(block -> block.kind() == Kind.HEADING && (kind == FileKind.PDF || kind == FileKind.WRITING))
        .map(block -> HeadingLine.words(extracted.text().substring(block.start(), block.end())))
        .filter(words -> !words.isEmpty());
    return heading.orElse(extracted.title().isEmpty() ? Document.titleByName(found.id()) : extracted.title());
  }

  private static ReadOutcome.Unreadable unreadable(Found found, String reason) {
    return new ReadOutcome.Unreadable(found.id(), reason);
  }
}
