package dev.docent.corpus.files.mail;

import dev.docent.corpus.Language;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileFormat;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.format.PartParser;
import dev.docent.corpus.files.format.Refusal;
import dev.docent.corpus.files.markup.Markup;
import dev.docent.corpus.files.table.CsvRows;
import dev.docent.corpus.files.text.Decoded;
import dev.docent.corpus.files.text.TextDecoding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/**
 * The documents that come with a mail, read as parts of it: so deep, so many and so large as is in bounds. What isn't read
 * is remarked upon.
 */
final class Attachments {
  private static final int DEEPEST = 4;
  private static final int MOST = 100;
  private static final int REMARKS = 20;
  private static final Map<String, String> ENDINGS = Map.ofEntries(Map.entry("application/pdf", ".pdf"),
      Map.entry("text/plain", ".txt"), Map.entry("text/markdown", ".md"), Map.entry("text/html", ".html"),
      Map.entry("text/csv", ".csv"), Map.entry("text/tab-separated-values", ".tsv"),
      Map.entry("application/rtf", ".rtf"),
      Map.entry("text/rtf", ".rtf"), Map.entry("message/rfc822", ".eml"), Map.entry("application/msword", ".doc"),
      Map.entry("application/vnd.ms-excel", ".xls"), Map.entry("application/vnd.ms-powerpoint", ".ppt"),
      Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
      Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
      Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"),
      Map.entry("application/vnd.oasis.opendocument.text", ".odt"),
      Map.entry("application/vnd.oasis.opendocument.spreadsheet", ".ods"), Map.entry("application/epub+zip", ".epub"));

  private final Set<Language> folder;
  private final PartParser parts;
  private final List<String> remarks = new ArrayList<>();
  private int depth;
  private int count = 0;

  /**
   * @param depth how deep the mail itself lies in others
   * @param parts what parses those that aren't text
   */
  Attachments(Set<Language> folder, int depth, PartParser parts) {
    this.folder = folder;
    this.depth = depth;
    this.parts = parts;
  }

  List<String> remarks() {
    return remarks.size() <= REMARKS
        ? remarks
        : java.util.stream.Stream
            .concat(remarks.stream().limit(REMARKS),
                java.util.stream.Stream.of("and " + (remarks.size() - REMARKS) + " more such remarks"))
            .toList();
  }

  void remark(String words) {
    if (!remarks.contains(words)) {
      remarks.add(words);
    }
  }

  void remarkOn(String part, String words) {
    if (!words.isEmpty()) {
      remark(part + " " + words);
    }
  }

  /** Whether what lies in a mail may be read; if so, {@link #leave} is to be called after it. */
  boolean enter(String name) {
    if (depth >= DEEPEST) {
      remark(quoted(name) + " lies in mails more than " + DEEPEST + " deep and isn't read");
      return false;
    }
    if (++count > MOST) {
      remark("more than " + MOST + " files are attached to it; the rest isn't read");
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Writes what came with a mail under a heading with its name. */
  void read(String name, String type, byte[] bytes, Optional<Charset> declared, int level, MailText into)
      throws IOException, SAXException {
    String known = name.isEmpty() ? "an attachment" : name;
    if (bytes.length == 0) {
      return;
    }
    if (type.equals("text/calendar") || name.toLowerCase(java.util.Locale.ROOT).endsWith(".ics")) {
      into.heading(level + 1, name.isEmpty() ? "Invitation" : name);
      into.paragraphs(CalendarText.of(TextDecoding.decode(bytes, declared, folder).map(Decoded::text).orElse("")));
      return;
    }
    if (!enter(known)) {
      return;
    }
    Path file = Files.createTempFile("attached", ending(name, type));
    try {
      Files.write(file, bytes);
      write(file, known, type, declared, level, into);
    } finally {
      leave();
      Files.deleteIfExists(file);
    }
  }

  /** Nothing of a name that a stranger gave goes to the disk but an ending that is known. */
  private static String ending(String name, String type) {
    int dot = name.lastIndexOf('.');
    String own = dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
    boolean good = own.matches("\\.[a-z0-9]{1,8}") && FileKind.of(own) != FileKind.UNSUPPORTED;
    return good ? own : ENDINGS.getOrDefault(type, ".bin");
  }

  private void write(Path file, String name, String type, Optional<Charset> declared, int level, MailText into)
      throws IOException, SAXException {
    FileKind named = FileKind.of(String.valueOf(file.getFileName()));
    FileFormat format = FileFormat.of(file, named);
    FileKind kind = format.kind(named);
    if (kind == FileKind.PICTURE || type.startsWith("image/")) {
      remark("the picture " + quoted(name) + " in it isn't read");
      return;
    }
    if (!kind.read()) {
      remark("the attachment " + quoted(name) + " isn't read: not a kind of file I read");
      return;
    }
    Extracted part;
    try {
      part = extracted(kind, format, file, name, declared);
    } catch (IOException | TikaException | SAXException | RuntimeException | StackOverflowError e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new SAXException("given up");
      }
      remark("the attachment " + quoted(name) + " isn't read: it " + Refusal.of(e));
      return;
    }
    if (part.blocks().isEmpty()) {
      remark("the attachment " + quoted(name) + " holds no text");
      return;
    }
    part.remarks().forEach(remark -> remarkOn(quoted(name), remark));
    into.heading(level + 1, name);
    into.part(part, level + 1);
  }

  private Extracted extracted(FileKind kind, FileFormat format, Path file, String name, Optional<Charset> declared)
      throws IOException, TikaException, SAXException {
    return switch (kind) {
      case MARKDOWN, MDX, RST, ASCIIDOC, PLAIN_TEXT, CSV -> {
        Decoded text = TextDecoding.decode(Files.readAllBytes(file), declared, folder)
            .orElseThrow(() -> new SAXException(name + " is no text"));
        yield (kind == FileKind.CSV ? CsvRows.of(text.text()) : Markup.shown(kind, text.text()))
            .remarking(text.remark().isEmpty() ? List.of() : List.of(text.remark()));
      }
      default -> parts.parse(kind, file, folder, depth);
    };
  }

  private static String quoted(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\s]+", " ");
    return "“" + (plain.length() > 80 ? plain.substring(0, 79) + "…" : plain) + "”";
  }
}
