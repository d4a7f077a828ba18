package dev.docent.corpus.files.text;

import dev.docent.corpus.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a web page: UTF-8 if it fits, else the encoding that the page declares, else the guess of its bytes. */
public final class HtmlDecoding {
  private static final Pattern DECLARED = Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w-]+)");
  private static final int HEAD = 4096;

  private HtmlDecoding() {}

  /** The text of the page, whatever it is; a page is read even where some of its bytes say nothing. */
  public static Decoded decode(byte[] bytes, Optional<Charset> sent, Set<Language> folder) {
    return TextDecoding.decode(bytes, sent.or(() -> declared(bytes)), folder)
        .orElseGet(() -> Decoded.sure(new String(bytes, StandardCharsets.UTF_8)));
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    return declared.find() ? DeclaredCharset.named(declared.group(1)) : Optional.empty();
  }
}
