package dev.docent.telegram.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Looks into a file before anything parses it. */
public final class ContentCheck {
  private static final Set<String> ZIPPED = Set.of("docx", "odt", "xlsx", "ods", "pptx", "ppsx", "odp", "epub");
  private static final Set<String> OLD_OFFICE = Set.of("doc", "xls", "ppt");
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final int ENTRIES = 5_000;
  private static final long UNPACKED = 200L << 20;
  private static final int RATIO = 200;

  /** What there is to say of a file. */
  public enum Verdict {
    GOOD, EMPTY, FAKE, BOMB
  }

  private ContentCheck() {}

  /** Whether the file is what its name says, as far as its first bytes tell, and stays within bounds when unpacked. */
  public static Verdict check(Path file, String ending) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      return Verdict.EMPTY;
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(8_192);
    }
    if (ZIPPED.contains(ending)) {
      return starts(head, "PK".getBytes(StandardCharsets.US_ASCII)) ? unpacked(file, size) : Verdict.FAKE;
    }
    if (OLD_OFFICE.contains(ending)) {
      return starts(head, OLE) ? Verdict.GOOD : Verdict.FAKE;
    }
    return switch (ending) {
      case "pdf" -> new String(head, 0, Math.min(head.length, 1_024), StandardCharsets.ISO_8859_1).contains("%PDF-")
          ? Verdict.GOOD
          : Verdict.FAKE;
      case "rtf" -> starts(head, "{\\rtf".getBytes(StandardCharsets.US_ASCII)) ? Verdict.GOOD : Verdict.FAKE;
      default -> text(head) ? Verdict.GOOD : Verdict.FAKE;
    };
  }

  private static boolean starts(byte[] head, byte[] with) {
    for (int i = 0; i < with.length; i++) {
      if (head.length <= i || head[i] != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** Text in two bytes a character has a mark at its beginning; any other has no zero bytes. */
  private static boolean text(byte[] head) {
    boolean wide = head.length > 1
        && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
    if (!wide) {
      for (byte b : head) {
        if (b == 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Unpacks it all without keeping anything: what the directory of a zip says may be a lie. */
  private static Verdict unpacked(Path file, long size) throws IOException {
    long most = Math.min(UNPACKED, Math.max(20L << 20, size * RATIO));
    long unpacked = 0;
    int entries = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > ENTRIES) {
          return Verdict.BOMB;
        }
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          unpacked += n;
          if (unpacked > most) {
            return Verdict.BOMB;
          }
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      return Verdict.FAKE;
    }
    return entries == 0 ? Verdict.FAKE : Verdict.GOOD;
  }
}
