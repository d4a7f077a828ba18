package dev.docent.telegram.upload;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The name of a file that somebody sent, made fit to be a file's name in one folder on any system. */
public record SafeName(String value) {
  /** Endings of what the core reads, without those that carry programs. */
  public static final List<String> ENDINGS = List.of("pdf", "docx", "doc", "odt", "rtf", "md", "markdown", "txt",
      "text",
      "log", "rst", "adoc", "csv", "tsv", "xlsx", "xls", "ods", "pptx", "ppt", "ppsx", "odp", "html", "htm", "xhtml",
      "epub", "eml");
  private static final int BYTES = 120;
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5",
      "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  /** @param foreign as the sender's program named it; what of it can't be kept is left out. May come out empty */
  public static SafeName of(String foreign) {
    String last = foreign.substring(Math.max(foreign.lastIndexOf('/'), foreign.lastIndexOf('\\')) + 1);
    var clean = new StringBuilder();
    Normalizer.normalize(last, Normalizer.Form.NFC).codePoints().forEach(c -> {
      boolean kept = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
          || Character.getType(c) == Character.COMBINING_SPACING_MARK || " ._-()+,".indexOf(c) >= 0;
      clean.appendCodePoint(kept ? c : '_');
    });
    String name = clean.toString().replaceAll("\\s+", " ").replaceAll("[. ]+$", "");
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot);
    // A name that begins with a dot is hidden, and one that begins with other signs is taken for a leftover.
    String stem = (dot < 0 ? name : name.substring(0, dot)).replaceAll("^[. _~#-]+", "").strip();
    if (stem.isEmpty()) {
      return new SafeName(ending.isEmpty() ? "" : "document" + ending);
    }
    return new SafeName(shortened(DEVICES.contains(stem.toLowerCase(Locale.ROOT)) ? stem + "_" : stem, ending));
  }

  private static String shortened(String stem, String ending) {
    String shorter = stem;
    while (shorter.length() > 1 && (shorter + ending).getBytes(StandardCharsets.UTF_8).length > BYTES) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter + ending;
  }

  public boolean empty() {
    return value.isEmpty();
  }

  /** In lower case, without the dot; empty when there is none. */
  public String ending() {
    int dot = value.lastIndexOf('.');
    return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether the name says that it is of a kind that is read. */
  public boolean readable() {
    return ENDINGS.contains(ending());
  }

  /** The same with a number. */
  public SafeName numbered(int n) {
    int dot = value.lastIndexOf('.');
    return new SafeName(value.substring(0, dot) + " (" + n + ")" + value.substring(dot));
  }
}
