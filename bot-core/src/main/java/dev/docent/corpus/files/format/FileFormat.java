package dev.docent.corpus.files.format;

import dev.docent.corpus.files.text.TextDecoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a file is by its bytes. A few of them are looked at: its beginning, of an archive also its directory. Tika's
 * detector would say the same after loading its list of 1,600 types, which takes longer than all else that happens to a
 * small file (decision 27).
 */
public enum FileFormat {
  PDF, DOCX, DOC, ODT, RTF, WORD_XML, PPTX, PPT, ODP, XLSX, XLS, ODS, SHEET_XML, HTML, BOOK, MAIL, OUTLOOK, MAILBOX, TABLE, TEXT, PICTURE,
  /** What its name says, for all that its bytes tell. */
  NAMED;

  private static final int HEAD = 8 << 10;
  private static final int TAIL = 64 << 10;
  private static final Pattern PAGE = Pattern.compile(
      "(?is)\\A(?:\\s++|<\\?xml[^>]*>|<!--.*?-->|<\\?mso[^>]*>)*+(?:<!doctype\\s+html|<html[\\s>]).*");
  /** What programs that export "to Excel" write. */
  private static final Pattern PIECE_OF_PAGE = Pattern.compile(
      "(?is)\\A(?:\\s++|<!--.*?-->)*+<(?:table|head|body|meta|style|div|p|h[1-6]|center|font|tbody|tr|title)[\\s>].*");
  private static final Pattern TAG = Pattern.compile("(?s).*<[a-zA-Z!/?].*");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{1,40}:.*");
  private static final Pattern BOX = Pattern.compile("(?s)\\AFrom [^\\n]*\\d\\d:\\d\\d[^\\n]*\\n[A-Za-z-]+:.*");

  /** As which kind such a file is to be read. */
  public FileKind kind(FileKind named) {
    return switch (this) {
      case PDF -> FileKind.PDF;
      case DOCX, DOC, ODT, RTF, WORD_XML -> FileKind.WRITING;
      case PPTX, PPT, ODP -> FileKind.SLIDES;
      case XLSX, XLS, ODS, SHEET_XML -> FileKind.SHEETS;
      case HTML -> FileKind.HTML;
      case BOOK -> FileKind.BOOK;
      case MAIL, OUTLOOK, MAILBOX -> FileKind.MAIL;
      case TABLE -> FileKind.CSV;
      case PICTURE -> FileKind.PICTURE;
      case TEXT -> named.text() ? named : FileKind.PLAIN_TEXT;
      case NAMED -> named;
    };
  }

  /** As people call it. */
  public String words() {
    return switch (this) {
      case PDF -> "a PDF";
      case DOCX -> "a Word document (DOCX)";
      case DOC -> "an old Word document (DOC)";
      case ODT -> "an OpenDocument text";
      case RTF -> "RTF";
      case WORD_XML -> "a Word document in XML of 2003";
      case PPTX -> "a presentation (PPTX)";
      case PPT -> "an old presentation (PPT)";
      case ODP -> "an OpenDocument presentation";
      case XLSX -> "a workbook (XLSX)";
      case XLS -> "an old workbook (XLS)";
      case ODS -> "an OpenDocument workbook";
      case SHEET_XML -> "a workbook in XML of 2003";
      case HTML -> "HTML";
      case BOOK -> "an EPUB book";
      case MAIL -> "a mail";
      case OUTLOOK -> "a mail of Outlook";
      case MAILBOX -> "a mailbox";
      case TABLE -> "a table in plain text";
      case TEXT -> "plain text";
      case PICTURE -> "a picture";
      case NAMED -> "what its name says";
    };
  }

  private String endings() {
    return switch (this) {
      case PDF -> "pdf";
      case DOCX -> "docx|docm|dotx|dotm";
      case DOC -> "doc|dot";
      case ODT -> "odt|ott";
      case RTF -> "rtf";
      case PPTX -> "pptx|pptm|ppsx|ppsm|potx";
      case PPT -> "ppt|pps";
      case ODP -> "odp|otp";
      case XLSX -> "xlsx|xlsm|xltx|xltm";
      case XLS -> "xls|xlt";
      case ODS -> "ods|ots";
      case WORD_XML, SHEET_XML -> "xml";
      case HTML -> "html?|xhtml";
      case BOOK -> "epub";
      case MAIL -> "eml|mht|mhtml";
      case OUTLOOK -> "msg";
      case MAILBOX -> "mbox";
      case TABLE -> "csv|tsv";
      case TEXT -> "txt";
      case PICTURE -> "png|jpe?g|gif|tiff?|webp";
      case NAMED -> ".*";
    };
  }

  /** Whether a file of this name may be it. */
  public boolean fits(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return file.substring(file.lastIndexOf('.') + 1).matches(endings());
  }

  /** @param named what the file's name says it is */
  public static FileFormat of(Path file, FileKind named) throws IOException {
    byte[] head = head(file);
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("%PDF-")
        || named == FileKind.PDF && start.substring(0, Math.min(1024, start.length())).contains("%PDF-")) {
      return PDF;
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return zipped(head, start + tail(file));
    }
    if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return compound(file, head);
    }
    if (start.startsWith("{\\rtf")) {
      return RTF;
    }
    return picture(start) ? PICTURE : text(head, named);
  }

  private static boolean picture(String start) {
    return start.startsWith("\u0089PNG") || start.startsWith("\u00FF\u00D8\u00FF") || start.startsWith("GIF8")
        || start.startsWith("II*\0") || start.startsWith("MM\0*") || start.matches("(?s)RIFF....WEBP.*");
  }

  private static FileFormat zipped(byte[] head, String names) {
    String mime = mimetype(head);
    if (!mime.isEmpty()) {
      return mime.startsWith("application/epub")
          ? BOOK
          : mime.startsWith("application/vnd.oasis.opendocument.text")
              ? ODT
              : mime.startsWith("application/vnd.oasis.opendocument.spreadsheet")
                  ? ODS
                  : mime.startsWith("application/vnd.oasis.opendocument.presentation") ? ODP : NAMED;
    }
    return names.contains("META-INF/container.xml")
        ? BOOK
        : names.contains("word/document")
            ? DOCX
            : names.contains("xl/workbook") ? XLSX : names.contains("ppt/presentation") ? PPTX : NAMED;
  }

  /** What the first file in a book or an OpenDocument file says; empty for other archives. */
  private static String mimetype(byte[] head) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(head))) {
      ZipEntry first = zip.getNextEntry();
      return first != null && first.getName().equals("mimetype")
          ? new String(zip.readNBytes(100), StandardCharsets.US_ASCII)
          : "";
    } catch (IOException e) {
      // A damaged archive says nothing of itself; what reads it will say so.
      return "";
    }
  }

  /** An OLE file names its streams in a directory, whose place its head tells. A locked one may be any. */
  private static FileFormat compound(Path file, byte[] head) throws IOException {
    if (head.length < 512) {
      return NAMED;
    }
    int sector = 1 << Math.min(12, Math.max(9, head[30] & 0xFF));
    long first = (head[48] & 0xFFL) | (head[49] & 0xFFL) << 8 | (head[50] & 0xFFL) << 16 | (head[51] & 0xFFL) << 24;
    byte[] directory = new byte[Math.max(sector, 1024)];
    int read;
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      long at = (first + 1) * sector;
      if (at >= in.length()) {
        return NAMED;
      }
      in.seek(at);
      read = Math.max(0, in.read(directory));
    }
    String names = new String(directory, 0, read, StandardCharsets.UTF_16LE);
    return names.contains("EncryptedPackage")
        ? NAMED
        : names.contains("WordDocument")
            ? DOC
            : names.contains("Workbook") || names.contains("Book\0")
                ? XLS
                : names.contains("PowerPoint Document")
                    ? PPT
                    : names.contains("__properties_version1.0") || names.contains("__nameid_version1.0")
                        || names.contains("__substg1.0") ? OUTLOOK : NAMED;
  }

  private static FileFormat text(byte[] head, FileKind named) {
    String text = TextDecoding.decode(head).orElse("");
    if (text.isBlank()) {
      return NAMED;
    }
    if (text.contains("schemas-microsoft-com:office:spreadsheet") && text.contains("<Workbook")
        && !text.toLowerCase(Locale.ROOT).contains("<html")) {
      return SHEET_XML;
    }
    if (text.contains("schemas.microsoft.com/office/word/2003/wordml") && text.contains("wordDocument")) {
      return WORD_XML;
    }
    if (named != FileKind.HTML && PAGE.matcher(text).matches()) {
      return HTML;
    }
    if (BOX.matcher(text).matches()) {
      return MAILBOX;
    }
    List<String> headers = headers(text);
    if (named != FileKind.MAIL
        && headers.stream().anyMatch(line -> line.regionMatches(true, 0, "mime-version:", 0, 13))) {
      return MAIL;
    }
    return switch (named) {
      case MARKDOWN, MDX, RST, ASCIIDOC, PLAIN_TEXT, CSV, PICTURE, UNSUPPORTED -> NAMED;
      case HTML -> TAG.matcher(text).matches() ? NAMED : TEXT;
      case MAIL -> headers.isEmpty() && PIECE_OF_PAGE.matcher(text).matches() ? HTML : NAMED;
      // Nobody writes text and calls it a PDF or a book; it is the rest of one.
      case PDF, BOOK -> NAMED;
      case WRITING, SLIDES, SHEETS -> PIECE_OF_PAGE.matcher(text).matches()
          ? HTML
          : named == FileKind.SHEETS && tabular(text) ? TABLE : TEXT;
    };
  }

  /** The lines that begin the headers of a mail with which the text begins; none if it doesn't. */
  private static List<String> headers(String text) {
    var headers = new ArrayList<String>();
    for (String line : text.stripLeading().split("\n", -1)) {
      boolean goesOn = !headers.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
      if (line.isBlank()) {
        return headers;
      }
      if (!goesOn && !HEADER.matcher(line).matches()) {
        return List.of();
      }
      if (!goesOn) {
        headers.add(line);
      }
    }
    return headers;
  }

  /** Whether most lines hold the same sign that may part columns. */
  private static boolean tabular(String text) {
    long lines = text.lines().filter(line -> !line.isBlank()).limit(50).count();
    for (String sign : new String[]{"\t", ";", ",", "|"}) {
      long parted = text.lines().filter(line -> !line.isBlank()).limit(50).filter(line -> line.contains(sign)).count();
      if (2 * parted > lines) {
        return true;
      }
    }
    return false;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  /** A zip has its directory at its end. */
  private static String tail(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      return new String(tail, StandardCharsets.ISO_8859_1);
    }
  }
}
