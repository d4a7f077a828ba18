package dev.docent.corpus.files;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a web page: UTF-8 if it fits, else the encoding that the page declares, else the guess of its bytes. */
final class HtmlDecoding {
  private static final Pattern DECLARED = Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w-]+)");
  private static final int HEAD = 4096;

  private HtmlDecoding() {}

  static String decode(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    if (utf8.indexOf('\uFFFD') >= 0 && declared.find()) {
      try {
        return new String(bytes, Charset.forName(declared.group(1)));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        return TextDecoding.decode(bytes).orElse(utf8);
      }
    }
    return TextDecoding.decode(bytes).orElse(utf8);
  }
}
