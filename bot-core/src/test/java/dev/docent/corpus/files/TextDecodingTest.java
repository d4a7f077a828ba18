package dev.docent.corpus.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDecodingTest {
  private static final String RUSSIAN = "Старый порт построили рыбаки. Лодки приходят на рассвете и уходят вечером. "
      + "Сети сушат на берегу, а рыбу везут на рынок в город.";

  @Test
  void readsUtf8WithAndWithoutAMark() {
    assertThat(TextDecoding.decode("Café 😀".getBytes(UTF_8))).contains("Café 😀");
    assertThat(TextDecoding.decode("\uFEFFCafé".getBytes(UTF_8))).contains("Café");
  }

  @Test
  void readsUtf16ByItsMark() {
    assertThat(TextDecoding.decode(("\uFEFF" + RUSSIAN).getBytes(UTF_16LE))).contains(RUSSIAN);
    assertThat(TextDecoding.decode(("\uFEFF" + RUSSIAN).getBytes(UTF_16BE))).contains(RUSSIAN);
  }

  @Test
  void readsTheOldRussianCharsets() {
    assertThat(TextDecoding.decode(RUSSIAN.getBytes(Charset.forName("windows-1251")))).contains(RUSSIAN);
    assertThat(TextDecoding.decode(RUSSIAN.getBytes(Charset.forName("KOI8-R")))).contains(RUSSIAN);
  }

  @Test
  void readsTheOldWesternCharset() {
    String german = "Die Brücke über den Fluss wurde größer gebaut, als die Fischer es gewünscht hätten.";
    assertThat(TextDecoding.decode(german.getBytes(Charset.forName("windows-1252")))).contains(german);
  }

  @Test
  void makesAllLineEndsPlain() {
    assertThat(TextDecoding.decode("a\r\nb\rc\n\r\nd".getBytes(UTF_8))).contains("a\nb\nc\n\nd");
  }

  @Test
  void refusesBytesThatAreNoText() {
    assertThat(TextDecoding.decode(new byte[]{'a', 0, 'b'})).isEmpty();
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    assertThat(TextDecoding.decode(noise)).isEmpty();
  }

  @Test
  void readsNothingFromNothing() {
    assertThat(TextDecoding.decode(new byte[0])).contains("");
    assertThat(TextDecoding.decode("\uFEFF".getBytes(UTF_8))).contains("");
  }
}
