package dev.docent.corpus.files.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file's name says of its content. */
public enum FileKind {
  MARKDOWN, MDX, RST, ASCIIDOC, PLAIN_TEXT, CSV, PDF, WRITING, SLIDES, SHEETS, HTML, BOOK, MAIL, PICTURE, UNSUPPORTED;

  /** Hidden files, lock files of offices, backups of editors, unfinished downloads, and what systems leave behind. */
  private static final Pattern LEFTOVER = Pattern.compile(
      "\\..*|~\\$.*|.*~|#.*#|.*\\.(?:bak|swp|swo|tmp|temp|part|partial|crdownload|orig)|Thumbs\\.db|desktop\\.ini|__MACOSX",
      Pattern.CASE_INSENSITIVE);

  /** Whether the file's name says that it is of a kind that is read. */
  public boolean read() {
    return this != PICTURE && this != UNSUPPORTED;
  }

  /** Whether it is text as it stands. */
  public boolean text() {
    return this == MARKDOWN || this == MDX || this == RST || this == ASCIIDOC || this == PLAIN_TEXT;
  }

  public static boolean leftover(String name) {
    return LEFTOVER.matcher(name).matches();
  }

  public static FileKind of(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = file.lastIndexOf('.');
    return switch (dot < 0 ? "" : file.substring(dot + 1)) {
      case "md", "markdown", "mdown", "mkd" -> MARKDOWN;
      case "mdx" -> MDX;
      case "rst", "rest" -> RST;
      case "adoc", "asciidoc", "asc" -> ASCIIDOC;
      case "txt", "text", "log", "" -> PLAIN_TEXT;
      case "csv", "tsv" -> CSV;
      case "pdf" -> PDF;
      case "docx", "docm", "dotx", "doc", "odt", "rtf" -> WRITING;
      case "pptx", "pptm", "ppsx", "ppt", "odp" -> SLIDES;
      case "xlsx", "xlsm", "xls", "ods" -> SHEETS;
      case "html", "htm", "xhtml" -> HTML;
      case "epub" -> BOOK;
      case "eml", "msg", "mbox", "mht", "mhtml" -> MAIL;
      case "png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "webp", "heic", "svg" -> PICTURE;
      default -> UNSUPPORTED;
    };
  }
}
