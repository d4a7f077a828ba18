package dev.docent.corpus.files;

import dev.docent.corpus.Block;
import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.HeadingLine;
import dev.docent.corpus.Language;
import dev.docent.corpus.LanguageDetector;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.markup.Markup;
import dev.docent.corpus.files.text.Decoded;
import dev.docent.corpus.files.text.TextDecoding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads Markdown and plain text files into documents. */
final class TextFileReader {
  private static final Set<Language> LANGUAGES = EnumSet.complementOf(EnumSet.of(Language.OTHER));
  private static final Pattern MARKUP = Pattern.compile("[#*_`\\[\\]()|>-]+|https?://\\S+");

  private final LanguageDetector languages;

  TextFileReader(LanguageDetector languages) {
    this.languages = languages;
  }

  /**
   * @param kind Markdown or plain text
   * @param folder in whose languages' light an encoding is guessed
   */
  ReadOutcome read(Found found, FileKind kind, byte[] bytes, FolderLanguages folder) {
    Optional<Decoded> decoded = TextDecoding.decode(bytes, Optional.empty(), folder.lightOn(bytes));
    if (decoded.isEmpty()) {
      return new ReadOutcome.Unreadable(found.id(),
          "is not text, whatever its name says; save it as text or remove it");
    }
    String text = decoded.get().text();
    if (text.length() > Bounds.TEXT) {
      return new ReadOutcome.Unreadable(found.id(), Bounds.TOO_MUCH_TEXT);
    }
    if (text.isBlank()) {
      return new ReadOutcome.Unreadable(found.id(), "is empty; fill it or remove it");
    }
    Extracted shown = Markup.shown(kind, text);
    if (shown.blocks().isEmpty()) {
      return new ReadOutcome.Unreadable(found.id(), "holds no words; fill it or remove it");
    }
    Language language = languages.detect(MARKUP.matcher(shown.text()).replaceAll(" "), LANGUAGES);
    return new ReadOutcome.Read(
        new Document(found.id(), title(found.id(), shown), language, shown.text(), shown.blocks(), found.stamp()),
        decoded.get().remark().isEmpty() ? List.of() : List.of(decoded.get().remark()));
  }

  /** What the front matter says, or the heading if one opens the document, else the file's name without its ending. */
  private static String title(String id, Extracted shown) {
    if (!shown.title().isBlank()) {
      return shown.title();
    }
    Block first = shown.blocks().getFirst();
    if (first.kind() == Block.Kind.HEADING) {
      String title = HeadingLine.words(shown.text().substring(first.start(), first.end()));
      if (!title.isEmpty()) {
        return title;
      }
    }
    return Document.titleByName(id);
  }
}
