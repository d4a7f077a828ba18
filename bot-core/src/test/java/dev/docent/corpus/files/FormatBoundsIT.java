package dev.docent.corpus.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.Language;
import dev.docent.corpus.files.parser.ParserLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FormatBoundsIT {
  private static final ParserLink PARSER = new ParserLink();
  private static final String LAUGHS = "<!DOCTYPE x [<!ENTITY a \"ha ha ha ha ha ha ha ha ha ha \">"
      + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
      + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
      + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">"
      + "<!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>";

  private final Path folder;

  FormatBoundsIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void asksForACopyWithoutPassword() throws IOException {
    WrittenFiles.pdf(folder.resolve("a.pdf"), List.of("Secret"), List.of(), "sesame");
    assertThat(refusal("a.pdf")).contains("password");
  }

  @Test
  void saysThatAFileIsDamaged() throws IOException {
    WrittenFiles.docx(folder.resolve("whole.docx"), "Boats come.");
    byte[] bytes = Files.readAllBytes(folder.resolve("whole.docx"));
    Files.write(folder.resolve("a.docx"), Arrays.copyOf(bytes, bytes.length / 2));
    Files.writeString(folder.resolve("b.pdf"), "no PDF at all");
    Files.writeString(folder.resolve("c.xlsx"), "");
    assertThat(refusal("a.docx")).contains("damaged", "save it anew");
    assertThat(refusal("b.pdf")).contains("damaged");
    assertThat(refusal("c.xlsx")).contains("empty");
  }

  @Test
  void saysThatAScanHoldsNoText() throws IOException {
    WrittenFiles.pdf(folder.resolve("a.pdf"), List.of("", ""), List.of(), "");
    assertThat(refusal("a.pdf")).contains("no text", "OCR");
  }

  @Test
  void refusesWhatUnpacksToTooMuch() throws IOException {
    bomb(200 << 20, "<!-- x -->");
    assertThat(refusal("bomb.docx")).contains("unpacks to more than 100 MB");
  }

  @Test
  void refusesTooMuchText() throws IOException {
    bomb(20 << 20, "<w:p><w:r><w:t>many words and more</w:t></w:r></w:p>");
    assertThat(refusal("bomb.docx")).contains("5 million characters");
  }

  @Test
  void refusesAMillionRows() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "a,b\n" + "word,2\n".repeat(1_000_000));
    assertThat(refusal("a.csv")).contains("5 million characters");
  }

  @Test
  void expandsNoEntities() throws IOException {
    String body = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>"
        + "<w:t>&h;</w:t></w:r></w:p></w:body></w:document>";
    replaced("<?xml version=\"1.0\"?>" + LAUGHS, body, 1, "");
    assertThat(read("bomb.docx")).isInstanceOf(ReadOutcome.Unreadable.class);
    Files.writeString(folder.resolve("a.html"), LAUGHS + "<p>&h; laughs</p>");
    assertThat(read("a.html")).isInstanceOfSatisfying(ReadOutcome.Read.class,
        done -> assertThat(done.document().text().length()).isLessThan(2_000));
    WrittenFiles.epub(folder.resolve("a.epub"), "Tides", "<p>&h;</p>");
    WrittenFiles.odt(folder.resolve("a.odt"), "<text:p>&h;</text:p>");
    assertThat(read("a.epub")).isNotNull();
    assertThat(read("a.odt")).isNotNull();
  }

  @Test
  void readsTenThousandNestedLists() throws IOException {
    Files.writeString(folder.resolve("a.html"), "<ul><li>".repeat(10_000) + "The core is warm.");
    assertThat(read("a.html")).isNotNull();
  }

  /** A document whose text is repeated until it has that size. */
  private void bomb(int size, String said) throws IOException {
    replaced("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
        said, size / said.length(), "</w:body></w:document>");
  }

  private void replaced(String before, String said, int times, String after) throws IOException {
    Path whole = folder.resolve("whole.docx");
    WrittenFiles.docx(whole, "Boats come.");
    try (var in = new ZipFile(whole.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(folder.resolve("bomb.docx")))) {
      for (var entry : in.stream().toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (!entry.getName().equals("word/document.xml")) {
          in.getInputStream(entry).transferTo(out);
          continue;
        }
        out.write(before.getBytes(UTF_8));
        byte[] thousand = said.repeat(1_000).getBytes(UTF_8);
        for (int i = 0; i < times / 1_000; i++) {
          out.write(thousand);
        }
        out.write((said.repeat(times % 1_000) + after).getBytes(UTF_8));
      }
    }
  }

  private String refusal(String name) throws IOException {
    ReadOutcome outcome = read(name);
    assertThat(outcome).isInstanceOf(ReadOutcome.Unreadable.class);
    return ((ReadOutcome.Unreadable) outcome).reason();
  }

  private ReadOutcome read(String name) throws IOException {
    return new FormatReader((text, candidates) -> Language.ENGLISH, PARSER).read(new Found(name, "s"),
        folder.resolve(name));
  }
}
