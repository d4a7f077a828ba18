package dev.docent.corpus.files.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.utils.CharsetUtils;

/**
 * The encoding that a part, a page or a header names. Names are taken as programs mean them, not as they are defined: who
 * says ISO-8859-1 writes the dashes of windows-1252, and who says GB2312 writes all of GB18030.
 */
public final class DeclaredCharset {
  private static final Map<String, String> MEANT = Map.ofEntries(Map.entry("iso-8859-1", "windows-1252"),
      Map.entry("latin1", "windows-1252"), Map.entry("iso-8859-9", "windows-1254"), Map.entry("gb2312", "GB18030"),
      Map.entry("gbk", "GB18030"), Map.entry("x-gbk", "GB18030"), Map.entry("cp936", "GB18030"),
      Map.entry("gb_2312-80", "GB18030"), Map.entry("big5", "Big5-HKSCS"), Map.entry("big-5", "Big5-HKSCS"),
      Map.entry("cp950", "Big5-HKSCS"), Map.entry("shift_jis", "windows-31j"), Map.entry("shift-jis", "windows-31j"),
      Map.entry("x-sjis", "windows-31j"), Map.entry("sjis", "windows-31j"), Map.entry("cp932", "windows-31j"),
      Map.entry("euc-kr", "x-windows-949"), Map.entry("ks_c_5601-1987", "x-windows-949"),
      Map.entry("ks_c_5601", "x-windows-949"), Map.entry("cp949", "x-windows-949"),
      Map.entry("iso-2022-jp", "x-windows-iso2022jp"), Map.entry("tis-620", "x-windows-874"),
      Map.entry("iso-8859-11", "x-windows-874"), Map.entry("koi8-ru", "KOI8-U"), Map.entry("koi8-r", "KOI8-U"),
      Map.entry("iso-8859-8-i", "windows-1255"), Map.entry("iso-8859-8-e", "windows-1255"),
      Map.entry("x-mac-cyrillic", "x-MacCyrillic"), Map.entry("macintosh", "x-MacRoman"),
      Map.entry("unicode-1-1-utf-8", "UTF-8"), Map.entry("utf8", "UTF-8"), Map.entry("x-user-defined", "windows-1252"));

  private DeclaredCharset() {}

  /** Empty for a name that nobody knows, and for ASCII, which is said by programs that don't know what they send. */
  public static Optional<Charset> named(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\"']", "");
    try {
      Charset charset = Charset.forName(MEANT.getOrDefault(plain, plain));
      return charset.equals(StandardCharsets.US_ASCII) ? Optional.empty() : Optional.of(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return known(plain);
    }
  }

  /** Tika knows many misspellings: win-1251, cp-850. */
  private static Optional<Charset> known(String name) {
    try {
      return Optional.of(CharsetUtils.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
