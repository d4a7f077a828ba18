package dev.docent.corpus.files.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

  static Stream<Arguments> encoded() {
    return EncodedTexts.ALL.stream()
        .flatMap(sample -> sample.charsets().stream().map(charset -> Arguments.of(sample.text(), charset)));
  }

  @ParameterizedTest
  @MethodSource("encoded")
  void readsShortTextsThatDontSayTheirEncoding(String text, String charset) {
    assertThat(TextDecoding.decode(text.getBytes(Charset.forName(charset)))).contains(text);
  }

  @Test
  void doubtsAGuessThatFewLettersSpeakFor() {
    assertThat(read("Le prix: 4 \u00E9".getBytes(Charset.forName("windows-1252")), Set.of()).remark())
        .contains("which is a guess");
    assertThat(read(RUSSIAN.getBytes(Charset.forName("KOI8-R")), Set.of()).remark()).isEmpty();
  }

  @Test
  void guessesInTheLightOfTheFoldersLanguages() {
    byte[] bytes = {'K', '-', (byte) 0xD6, ' ', '2'};
    assertThat(read(bytes, Set.of(Language.GERMAN)).text()).isEqualTo("K-Ö 2");
    assertThat(read(bytes, Set.of(Language.RUSSIAN)).text()).matches("K-[а-яА-Я] 2");
  }

  @ParameterizedTest
  @CsvSource({"windows-1252,Die Fläche: größer. Süßes für die Gäste.,ä",
      "windows-1251,Лодки выдают с утра. Ключи у сторожа.,ж",
      "windows-1250,Łódź leży nad rzeką. Zażółć.,ł", "windows-1252,La clé est derrière la fenêtre.,é"})
  void readsALetterOfAnOldEncodingWithinUtf8(String charset, String text, String letter) {
    byte[] before = text.getBytes(UTF_8);
    byte[] stray = (" a" + letter + "n").replace("a", charset.equals("windows-1251") ? "" : "a")
        .replace("n", charset.equals("windows-1251") ? "" : "n")
        .getBytes(Charset.forName(charset));
    byte[] all = java.util.Arrays.copyOf(before, before.length + stray.length);
    System.arraycopy(stray, 0, all, before.length, stray.length);
    Decoded decoded = read(all, Set.of());
    assertThat(decoded.text()).isEqualTo(text + new String(stray, Charset.forName(charset)));
    assertThat(decoded.remark()).contains("1 byte of it isn't UTF-8", charset);
  }

  @Test
  void showsAStrayByteThatIsNoLetterOfTheLanguage() {
    Decoded decoded = read(join("备用钥匙在看门人那里。".getBytes(UTF_8), (byte) 0xFF), Set.of());
    assertThat(decoded.text()).isEqualTo("备用钥匙在看门人那里。\uFFFD");
    assertThat(decoded.remark()).contains("shown as \uFFFD");
    assertThat(read(java.util.Arrays.copyOf("Die Bäckerei öffnet, größer ü".getBytes(UTF_8), 32), Set.of()).text())
        .startsWith("Die Bäckerei öffnet, größer");
  }

  @Test
  void takesADeclarationForWhatProgramsMeanByIt() {
    assertThat(DeclaredCharset.named("ISO-8859-1")).contains(Charset.forName("windows-1252"));
    assertThat(DeclaredCharset.named("gb2312")).contains(Charset.forName("GB18030"));
    assertThat(DeclaredCharset.named("win-1251")).contains(Charset.forName("windows-1251"));
    assertThat(DeclaredCharset.named("us-ascii")).isEmpty();
    assertThat(DeclaredCharset.named("no such thing")).isEmpty();
  }

  @Test
  void readsUtf16WithoutAMark() {
    assertThat(TextDecoding.decode("The mast is new.".getBytes(UTF_16LE))).contains("The mast is new.");
    assertThat(TextDecoding.decode("The mast is new.".getBytes(UTF_16BE))).contains("The mast is new.");
  }

  private static Decoded read(byte[] bytes, Set<Language> folder) {
    return TextDecoding.decode(bytes, Optional.empty(), folder).orElseThrow();
  }

  private static byte[] join(byte[] bytes, byte one) {
    byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    all[bytes.length] = one;
    return all;
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
