package dev.docent.corpus.files.text;

import com.ibm.icu.text.CharsetDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.apache.tika.parser.txt.UniversalEncodingDetector;

/** How often each way of guessing an encoding reads the short texts of {@link EncodedTexts} as they were written. */
final class EncodingTable {
  private EncodingTable() {}

  private interface Reading {
    String read(byte[] bytes) throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    Map<String, Reading> ways = new LinkedHashMap<>();
    ways.put("ICU 77", bytes -> named(bytes, new CharsetDetector().setText(bytes).detect().getName()));
    ways.put("Tika's ICU",
        bytes -> text(bytes, new Icu4jEncodingDetector().detect(new ByteArrayInputStream(bytes), new Metadata())));
    ways.put("juniversalchardet",
        bytes -> text(bytes, new UniversalEncodingDetector().detect(new ByteArrayInputStream(bytes), new Metadata())));
    ways.put("ours", bytes -> TextDecoding.decode(bytes).orElse(""));
    for (var way : ways.entrySet()) {
      int right = 0;
      int all = 0;
      int doubted = 0;
      int wrongUndoubted = 0;
      List<String> wrong = new ArrayList<>();
      for (EncodedTexts.Sample sample : EncodedTexts.ALL) {
        for (String charset : sample.charsets()) {
          byte[] bytes = sample.text().getBytes(Charset.forName(charset));
          all++;
          boolean good = way.getValue().read(bytes).equals(sample.text());
          right += good ? 1 : 0;
          boolean doubt = TextDecoding.decode(bytes, java.util.Optional.empty(), Set.of())
              .map(d -> !d.remark().isEmpty())
              .orElse(true);
          doubted += doubt ? 1 : 0;
          wrongUndoubted += !good && !doubt ? 1 : 0;
          if (!good) {
            wrong.add(sample.language() + "/" + charset + (doubt ? "?" : ""));
          }
        }
      }
      System.out.println(way.getKey() + ": " + right + " of " + all + "; wrong " + wrong
          + (way.getKey().equals("ours") ? "; doubted " + doubted + ", wrong without doubt " + wrongUndoubted : ""));
    }
  }

  private static String named(byte[] bytes, String name) {
    try {
      return new String(bytes, Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String text(byte[] bytes, @org.jspecify.annotations.Nullable Charset charset) {
    return new String(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
  }
}
