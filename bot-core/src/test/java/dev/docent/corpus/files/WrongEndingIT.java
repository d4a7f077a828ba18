package dev.docent.corpus.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongEndingIT {
  private final Path folder;
  private final FolderSource source;

  WrongEndingIT(@TempDir Path folder) {
    this.folder = folder;
    this.source = new FolderSource(folder, (text, candidates) -> Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      a.xls  | <html><head><meta charset="utf-8"></head><body><table><tr><td>Locker</td><td>Holder</td></tr></table></body></html> | HTML
      b.xls  | <table border=1><tr><td>Locker</td><td>Holder</td></tr></table> | HTML
      c.doc  | <!-- saved --><!DOCTYPE html><p>The Locker of the Holder.</p> | HTML
      d.doc  | The Locker of the Holder is old. | plain text
      e.txt  | {\\rtf1\\ansi\\pard The Locker of the Holder.\\par} | RTF
      f.txt  | <!DOCTYPE html><title>x</title><p>The Locker of the <b>Holder</b>.</p> | HTML
      g.md   | <html><body><p>The Locker of the Holder.</p></body></html> | HTML
      h.csv  | <html><body><p>The Locker of the Holder.</p></body></html> | HTML
      i.docx | {\\rtf1\\ansi\\pard The Locker of the Holder.\\par} | RTF
      j.eml  | <html><body><p>The Locker of the Holder.</p></body></html> | HTML
      k.html | The Locker of the Holder. | plain text
      l.xlsx | <html><body><p>The Locker of the Holder.</p></body></html> | HTML
      m.pdf  | <html><body><p>The Locker of the Holder.</p></body></html> | HTML
      """)
  void readsTextAsWhatItIs(String name, String content, String said) throws IOException {
    Files.writeString(folder.resolve(name), content);
    ReadOutcome.Read read = read(name);
    assertThat(read.document().text()).contains("Locker", "Holder").doesNotContain("<", "\\rtf");
    assertThat(read.remarks()).singleElement().asString().contains("is " + said + ", whatever its ending says");
  }

  @Test
  void readsARowPerLineOfATableThatIsCalledASheet() throws IOException {
    Files.writeString(folder.resolve("a.xls"), "Locker\tHolder\n17\tcrew\n22\tporter\n");
    Files.write(folder.resolve("b.xls"), "Locker\tHolder\n17\tcrew\n22\tporter\n".getBytes(StandardCharsets.UTF_16));
    for (String name : List.of("a.xls", "b.xls")) {
      assertThat(read(name).document().text()).contains("- Locker: 22; Holder: porter");
      assertThat(read(name).remarks()).singleElement().asString().contains("a table in plain text");
    }
  }

  @Test
  void readsTheXmlThatExcelAndWordWroteIn2003() throws IOException {
    Files.writeString(folder.resolve("a.xls"),
        """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="Lockers"><Table><Row><Cell><Data ss:Type="String">Locker</Data></Cell>
            <Cell><Data ss:Type="String">Holder</Data></Cell></Row><Row><Cell><Data ss:Type="Number">22</Data></Cell>
            <Cell><Data ss:Type="String">porter</Data></Cell></Row></Table></Worksheet></Workbook>""");
    assertThat(read("a.xls").document().text()).contains("22", "porter", "Holder").doesNotContain("<");
    assertThat(read("a.xls").remarks()).singleElement().asString().contains("XML of 2003");
    Files.writeString(folder.resolve("b.doc"), """
        <?xml version="1.0"?><?mso-application progid="Word.Document"?>
        <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>
        <w:p><w:r><w:t>The ferry pass is valid for eleven days.</w:t></w:r></w:p></w:body></w:wordDocument>""");
    assertThat(read("b.doc").document().text()).isEqualTo("The ferry pass is valid for eleven days.");
  }

  @Test
  void readsOfficeFilesAsWhatTheyAre() throws IOException {
    WrittenFiles.docx(folder.resolve("x"), "The ferry pass is valid.");
    moved("x", "docx.doc", "docx.txt", "docx.odt", "docx.pdf");
    WrittenFiles.pdf(folder.resolve("x"), List.of("The ferry pass is valid."), List.of(), "");
    moved("x", "pdf.txt", "pdf.docx", "pdf.md", "pdf.html");
    WrittenFiles.odt(folder.resolve("x"), "<text:p>The ferry pass is valid.</text:p>");
    moved("x", "odt.docx", "odt.doc", "odt.csv");
    WrittenFiles.xlsx(folder.resolve("x"),
        new LinkedHashMap<>(Map.of("A", List.of("Pass|Days", "The ferry pass is valid.|11"))));
    moved("x", "xlsx.xls", "xlsx.csv", "xlsx.docx");
    WrittenOffice.xls(folder.resolve("x"), "A", List.of("Pass|Days", "The ferry pass is valid.|11"));
    moved("x", "xls.xlsx", "xls.doc", "xls.csv");
    WrittenFiles.epub(folder.resolve("x"), "Pass", "<p>The ferry pass is valid.</p>");
    moved("x", "epub.docx", "epub.txt");
    for (Found found : source.scan().found()) {
      ReadOutcome.Read read = read(found.id());
      assertThat(read.document().text()).as(found.id()).contains("The ferry pass is valid.");
      assertThat(read.remarks()).as(found.id()).singleElement().asString().contains("whatever its ending says");
    }
    assertThat(source.scan().found()).hasSize(19);
  }

  @Test
  void readsAPageThatWordSavedWithAllThatBelongsToIt() throws IOException {
    Files.writeString(folder.resolve("a.doc"), """
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="x"

        --x
        Content-Location: file:///C:/a.htm
        Content-Transfer-Encoding: quoted-printable
        Content-Type: text/html; charset="windows-1251"

        <html><body><p>=CF=E0=F0=EE=EC =F5=EE=E4=E8=F2.</p></body></html>
        --x--
        """.replace("\n", "\r\n"));
    assertThat(read("a.doc").document().text()).isEqualTo("Паром ходит.");
  }

  @Test
  void refusesAPictureWhateverItIsCalled() throws IOException {
    Files.write(folder.resolve("a.docx"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    assertThat(source.read(new Found("a.docx", "s"))).isInstanceOfSatisfying(ReadOutcome.Unreadable.class,
        refused -> assertThat(refused.reason()).contains("is a picture"));
  }

  @Test
  void hasNothingToRemarkWhereTheEndingIsRight() throws IOException {
    WrittenFiles.docx(folder.resolve("a.docx"), "Text here.");
    WrittenOffice.xls(folder.resolve("b.xls"), "A", List.of("Pass|Days", "Ferry|11"));
    WrittenOffice.ppt(folder.resolve("c.ppt"), List.of(Map.entry("Ferry", "It leaves.")));
    WrittenOffice.odp(folder.resolve("d.odp"), List.of("It leaves."));
    WrittenOffice.ods(folder.resolve("e.ods"), List.of("Pass|Days", "Ferry|11"));
    WrittenFiles.pptx(folder.resolve("f.pptx"), List.of(Map.entry("Ferry", "It leaves.")));
    Files.writeString(folder.resolve("g.md"), "<div align=center><img src=x></div>\n\n# Ferry\n\nIt leaves.\n");
    Files.writeString(folder.resolve("h.txt"), "From: Ann\nTo: Bert\nSubject: Ferry\n\nIt leaves.\n");
    Files.writeString(folder.resolve("i.eml"), "Subject: Ferry\n\nIt leaves.\n");
    Files.writeString(folder.resolve("j.csv"), "a,b\n1,2\n");
    Files.writeString(folder.resolve("k.html"), "It <b>leaves</b>.");
    Files.write(folder.resolve("l.txt"), "Паром ходит по средам и пятницам.".getBytes(Charset.forName("windows-1251")));
    for (Found found : source.scan().found()) {
      assertThat(read(found.id()).remarks()).as(found.id()).isEmpty();
    }
  }

  private void moved(String from, String... names) throws IOException {
    for (String name : names) {
      Files.copy(folder.resolve(from), folder.resolve(name));
    }
    Files.delete(folder.resolve(from));
  }

  private ReadOutcome.Read read(String name) {
    ReadOutcome outcome = source.read(new Found(name, "s"));
    assertThat(outcome).as(name).isInstanceOf(ReadOutcome.Read.class);
    Document document = ((ReadOutcome.Read) outcome).document();
    assertThat(document.id()).isEqualTo(name);
    return (ReadOutcome.Read) outcome;
  }
}
