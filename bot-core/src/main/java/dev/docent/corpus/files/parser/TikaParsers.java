package dev.docent.corpus.files.parser;

import dev.docent.corpus.Language;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileFormat;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.format.OwnTitle;
import dev.docent.corpus.files.html.CellMarks;
import dev.docent.corpus.files.html.TikaLimits;
import dev.docent.corpus.files.html.XhtmlBlocks;
import dev.docent.corpus.files.mail.MailFile;
import dev.docent.corpus.files.pdf.PdfFile;
import dev.docent.corpus.files.sheet.OldSheetRows;
import dev.docent.corpus.files.sheet.OpenSheetRows;
import dev.docent.corpus.files.sheet.SheetRows;
import dev.docent.corpus.files.text.Decoded;
import dev.docent.corpus.files.text.HtmlDecoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.SAXParser;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.microsoft.xml.SpreadsheetMLParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.xml.sax.SAXException;

/** Tika's parsers, chosen by the file's kind and its first bytes: looking for parsers would take seconds. */
final class TikaParsers {
  private TikaParsers() {}

  static Extracted parse(FileKind kind, Path file) throws IOException, SAXException, TikaException {
    return parse(kind, file, Set.of(), 0);
  }

  /**
   * @param folder the languages in whose light an encoding is guessed
   * @param depth in how many others the file lies
   */
  static Extracted parse(FileKind kind, Path file, Set<Language> folder, int depth)
      throws IOException, SAXException, TikaException {
    FileFormat format = FileFormat.of(file, kind);
    if (kind == FileKind.PDF) {
      return PdfFile.read(file);
    }
    if (kind == FileKind.MAIL) {
      return MailFile.read(file, format, folder, depth, TikaParsers::parse);
    }
    byte[] head = head(file);
    boolean zip = head[0] == 'P' && head[1] == 'K';
    if (zip) {
      Bounds.checkUnpacked(file);
    }
    if (kind == FileKind.SHEETS) {
      boolean open = format == FileFormat.ODS || format == FileFormat.NAMED && openDocument(file.toString());
      if (zip) {
        return open ? OpenSheetRows.of(file) : SheetRows.of(file);
      }
      if (compound(head) && OldSheetRows.reads(file)) {
        return OldSheetRows.of(file);
      }
    }
    return kind == FileKind.HTML ? page(file, folder) : told(kind, file, format, head);
  }

  private static Extracted page(Path file, Set<Language> folder) throws IOException, SAXException, TikaException {
    Decoded page = HtmlDecoding.decode(Files.readAllBytes(file), Optional.empty(), folder);
    try (TikaInputStream in = TikaInputStream.get(page.text().getBytes(StandardCharsets.UTF_8))) {
      return told(FileKind.HTML, in, new JSoupParser(), file)
          .remarking(page.remark().isEmpty() ? List.of() : List.of(page.remark()));
    }
  }

  private static Extracted told(FileKind kind, Path file, FileFormat format, byte[] head)
      throws IOException, SAXException, TikaException {
    try (TikaInputStream in = TikaInputStream.get(file)) {
      return told(kind, in, parser(kind, format, head, file.getFileName().toString()), file);
    }
  }

  private static Extracted told(FileKind kind, InputStream in, Parser parser, Path file)
      throws IOException, SAXException, TikaException {
    var metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
    var marks = new CellMarks();
    boolean shaped = !(parser instanceof OfficeParser || parser instanceof RTFParser) || kind == FileKind.SHEETS;
    var blocks = new XhtmlBlocks(kind, shaped, marks);
    ParseContext limits = TikaLimits.context();
    limits.set(SAXParser.class, marks);
    parser.parse(in, blocks, metadata, limits);
    return blocks.extracted(OwnTitle.of(metadata.get(TikaCoreProperties.TITLE)));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = new byte[8];
      in.readNBytes(head, 0, head.length);
      return head;
    }
  }

  private static Parser parser(FileKind kind, FileFormat format, byte[] head, String name) {
    return switch (format) {
      case SHEET_XML -> new SpreadsheetMLParser();
      case WORD_XML -> new WordMLParser();
      case ODT, ODS, ODP -> new OpenDocumentParser();
      case DOCX, PPTX -> new OOXMLParser();
      default -> kind == FileKind.BOOK ? new EpubParser() : office(head, name);
    };
  }

  private static Parser office(byte[] head, String name) {
    if (compound(head)) {
      // Also what an office file with a password is, whatever its name.
      return new OfficeParser();
    }
    if (head[0] == '{') {
      return new RTFParser();
    }
    return openDocument(name) ? new OpenDocumentParser() : new OOXMLParser();
  }

  private static boolean compound(byte[] head) {
    return (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF;
  }

  private static boolean openDocument(String name) {
    return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.od[tsp]");
  }
}
