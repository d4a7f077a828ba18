package dev.docent.corpus.files;

import dev.docent.corpus.Block;
import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.HeadingLine;
import dev.docent.corpus.Language;
import dev.docent.corpus.LanguageDetector;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Markdown and plain text files into documents. */
final class TextFileReader {
  private static final Set<Language> LANGUAGES = EnumSet.complementOf(EnumSet.of(Language.OTHER));
  private static final Pattern MARKUP = Pattern.compile("[#*_`\\[\\]()|>-]+|https?://\\S+");

  private static final Pattern FRONT_MATTER = Pattern
      .compile("---[ \\t]*\\n(?:(?!---)[^\\n]*\\n)*+---[ \\t]*(?:\\n|$)");
  private static final Pattern TITLE = Pattern.compile("(?m)^title:[ \\t]*[\"']?([^\\n]*?)[\"']?[ \\t]*$");

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
    List<Block> blocks = kind == FileKind.MARKDOWN ? MarkdownBlocks.of(text) : PlainTextBlocks.of(text);
    if (blocks.isEmpty()) {
      return new ReadOutcome.Unreadable(found.id(), "holds no words; fill it or remove it");
    }
    Language language = languages.detect(MARKUP.matcher(text).replaceAll(" "), LANGUAGES);
    return new ReadOutcome.Read(
        new Document(found.id(), title(found.id(), text, blocks), language, text, blocks, found.stamp()),
        decoded.get().remark().isEmpty() ? List.of() : List.of(decoded.get().remark()));
  }

  /** What the front matter says, or the heading if one opens the document, else the file's name without its ending. */
  private static String title(String id, String text, List<Block> blocks) {
    Matcher front = FRONT_MATTER.matcher(text);
    int opening = front.lookingAt() ? front.end() : 0;
    Matcher titled = TITLE.matcher(text).region(0, opening);
    if (titled.find() && !titled.group(1).isBlank()) {
      return titled.group(1).strip();
    }
    Block first = blocks.stream().filter(block -> block.start() >= opening).findFirst().orElse(blocks.getFirst());
    if (first.kind() == Block.Kind.HEADING) {
      String title = HeadingLine.words(text.substring(first.start(), first.end()));
      if (!title.isEmpty()) {
        return title;
      }
    }
    return Document.titleByName(id);
  }
}
