package dev.docent.corpus.files.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Language;
import dev.docent.corpus.files.WrittenFiles;
import dev.docent.corpus.files.WrittenMails;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.text.EncodedTexts;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailFileIT {
  private final Path folder;

  MailFileIT(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Arguments> encodings() {
    return EncodedTexts.ALL.stream()
        .flatMap(sample -> sample.charsets().stream().map(charset -> Arguments.of(sample.text(), charset)));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void readsWhatAMailDeclares(String text, String charset) throws Exception {
    for (String transfer : List.of("8bit", "quoted-printable", "base64")) {
      String line = text.replace("\n", " ");
      Extracted mail = read(WrittenMails.text(line, line, charset, transfer));
      assertThat(mail.title()).as(transfer).isEqualTo(line.replaceAll("\\s+", " "));
      assertThat(mail.text()).as(transfer).endsWith(line);
      assertThat(mail.remarks()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "KOI8-R", "IBM866", "UTF-8"})
  void readsAMailThatDeclaresNothing(String charset) throws Exception {
    String words = "Лодки выдают с десяти утра до восьми вечера.";
    Extracted mail = raw("From: a@example.org\nSubject: Выдача лодок\n\n" + words + "\n", charset);
    assertThat(mail.text()).contains(words);
    assertThat(mail.title()).isEqualTo("Выдача лодок");
  }

  @Test
  void believesNoDeclarationThatTheBytesContradict() throws Exception {
    String words = "Die Fräse steht in der Werkstatt, der Schlüssel hängt am Haken.";
    Extracted mail = raw("Subject: Mill\nContent-Type: text/plain; charset=utf-8\n\n" + words + "\n",
        "windows-1252");
    assertThat(mail.text()).contains(words);
    assertThat(raw("Subject: Mill\nContent-Type: text/plain; charset=us-ascii\n\n" + words + "\n", "UTF-8").text())
        .contains(words);
  }

  @Test
  void putsTogetherACharacterThatAHeaderHasCut() throws Exception {
    Extracted mail = raw("Subject: =?utf-8?B?0JvQvtC00LrQ?=\n =?utf-8?B?uCDQuCDRgdC10YLQuA==?=\n\nText.\n", "UTF-8");
    assertThat(mail.title()).isEqualTo("Лодки и сети");
    assertThat(raw("Subject: =?ks_c_5601-1987?B?v6286A==?= =?x-unknown?Q?a?=\n\nText.\n", "UTF-8").title())
        .isEqualTo("열쇠 =?x-unknown?Q?a?=");
  }

  @Test
  void readsAnAttachedNameInEachOfTheWaysItIsWritten() throws Exception {
    String head = "Subject: Names\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        + "Content-Type: text/plain\n\nSee below.\n";
    String part = "--x\nContent-Type: application/octet-stream%s\nContent-Disposition: attachment%s\n\nThe mast is new.\n";
    List<String> ways = List.of(
        "; filename*=utf-8''%D0%9C%D0%B0%D1%87%D1%82%D0%B0.txt",
        "; filename*0*=koi8-r''%ED%C1; filename*1*=%DE%D4%C1.txt",
        "; filename=\"=?koi8-r?B?7cHe1ME=?=.txt\"", "; filename=\"Мачта.txt\"");
    for (String way : ways) {
      Extracted mail = raw(head + part.formatted("", way) + "--x--\n", "UTF-8");
      assertThat(headings(mail)).as(way).containsExactly("Names", "Мачта.txt");
    }
    assertThat(headings(raw(head + part.formatted("; name=\"=?utf-8?Q?M=C3=A2t.txt?=\"", "") + "--x--\n", "UTF-8")))
        .containsExactly("Names", "Mât.txt");
  }

  @Test
  void readsTheDocumentsThatComeWithAMail() throws Exception {
    WrittenFiles.docx(folder.resolve("a.docx"), "# Berths\nBerth nine is free.");
    WrittenFiles.pdf(folder.resolve("a.pdf"), List.of("The crane lifts forty tonnes."), List.of(), "");
    Extracted mail = read(WrittenMails.mixed("Papers", WrittenMails.words("Please file these."),
        WrittenMails.attached("berths.docx", "application/octet-stream",
            Files.readAllBytes(folder.resolve("a.docx"))),
        WrittenMails.attached("Кран.pdf", "application/pdf", Files.readAllBytes(folder.resolve("a.pdf"))),
        WrittenMails.attached("crew.csv", "text/csv", "Name,Age\nJohan,41\n".getBytes(StandardCharsets.UTF_8)),
        WrittenMails.attached("page.html", "text/html",
            "<h1>Net</h1><p>The net is green.</p>".getBytes(StandardCharsets.UTF_8)),
        WrittenMails.attached("note.txt", "text/plain", "Сети сушат на берегу.".getBytes(Charset.forName("IBM866"))),
        WrittenMails.attached(WrittenMails.text("Boiler order", "The boiler costs 4200 pounds.", "UTF-8", "8bit")),
        WrittenMails.attached("invite.ics", "text/calendar", """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            SUMMARY:Roof meeting\\, again
            DTSTART;TZID=Europe/Oslo:20240308T093000
            LOCATION:Loft
            END:VEVENT
            END:VCALENDAR
            """.getBytes(StandardCharsets.UTF_8))));
    assertThat(headings(mail)).containsExactly("Papers", "berths.docx", "Berths", "Кран.pdf", "crew.csv", "page.html",
        "Net", "note.txt", "Boiler order", "invite.ics");
    assertThat(mail.text()).contains("Please file these.", "Berth nine is free.", "The crane lifts forty tonnes.",
        "Name: Johan; Age: 41", "The net is green.", "Сети сушат на берегу.", "The boiler costs 4200 pounds.",
        "Subject: Roof meeting, again\nBegins: 2024-03-08 09:30 Europe/Oslo\nPlace: Loft");
    assertThat(mail.remarks()).isEmpty();
  }

  @Test
  void saysWhatOfAMailIsNotRead() throws Exception {
    WrittenFiles.pdf(folder.resolve("a.pdf"), List.of("Secret"), List.of(), "sesame");
    WrittenFiles.pdf(folder.resolve("scan.pdf"), List.of(""), List.of(), "");
    Extracted mail = read(WrittenMails.mixed("Papers", WrittenMails.words("Please file these."),
        WrittenMails.attached("plan.dwg", "application/acad", new byte[]{1, 2, 3}),
        WrittenMails.attached("photo.png", "image/png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 0}),
        WrittenMails.attached("secret.pdf", "application/pdf", Files.readAllBytes(folder.resolve("a.pdf"))),
        WrittenMails.attached("scan.pdf", "application/pdf", Files.readAllBytes(folder.resolve("scan.pdf")))));
    assertThat(mail.remarks()).satisfiesExactly(
        remark -> assertThat(remark).contains("plan.dwg", "not a kind of file I read"),
        remark -> assertThat(remark).contains("picture", "photo.png"),
        remark -> assertThat(remark).contains("secret.pdf", "password"),
        remark -> assertThat(remark).contains("scan.pdf", "no text"));
    assertThat(raw("Subject: Locked\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n"
        + "Content-Type: application/pgp-encrypted\n\nVersion: 1\n--x--\n", "UTF-8").remarks())
        .containsExactly("an encrypted part of it isn't read");
  }

  @Test
  void readsMailsInMailsToABoundAndSaysWhereItIs() throws Exception {
    MimeMessage mail = WrittenMails.text("Level 9", "The key of level 9.", "UTF-8", "8bit");
    for (int level = 8; level > 0; level--) {
      mail = WrittenMails.mixed("Level " + level, WrittenMails.words("Level " + level + " goes on."),
          WrittenMails.attached(mail));
    }
    Extracted read = read(mail);
    assertThat(read.text()).contains("Level 5 goes on.").doesNotContain("level 9");
    assertThat(read.remarks()).singleElement().asString().contains("more than 4 deep");
  }

  @Test
  void readsSoManyAttachmentsAndNoMore() throws Exception {
    var parts = new ArrayList<jakarta.mail.BodyPart>();
    for (int i = 0; i < 130; i++) {
      parts.add(WrittenMails.attached(i + ".txt", "text/plain", "A line.".getBytes(StandardCharsets.UTF_8)));
    }
    Extracted read = read(WrittenMails.mixed("Many", parts.toArray(jakarta.mail.BodyPart[]::new)));
    assertThat(headings(read)).hasSize(101);
    assertThat(read.remarks()).singleElement().asString().contains("more than 100");
  }

  @Test
  void refusesAnAttachmentThatUnpacksToFarMoreThanItWeighs() throws Exception {
    var bomb = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 110; i++) {
        zip.write(zeros);
      }
    }
    Extracted read = read(WrittenMails.mixed("Bomb", WrittenMails.words("Look at this."),
        WrittenMails.attached("bomb.docx", "application/octet-stream", bomb.toByteArray())));
    assertThat(read.text()).contains("Look at this.");
    assertThat(read.remarks()).singleElement().asString().contains("bomb.docx", "unpacks to more than 100 MB");
  }

  static Stream<Arguments> threads() {
    return Stream.of(
        Arguments.of("plain", """
            Agreed, Friday it is.

            On Mon, 4 Mar 2024 at 09:12, the desk <desk@example.org>
            wrote:
            > Could we meet on Wednesday?
            >
            > > On Sun, 3 Mar 2024, the clerk wrote:
            > > I propose Tuesday.
            """, List.of("On Mon, 4 Mar 2024 at 09:12, the desk <desk@example.org> wrote",
            "On Sun, 3 Mar 2024, the clerk wrote")),
        Arguments.of("outlook", """
            Agreed, Friday it is.

            From: the desk <desk@example.org>
            Sent: Monday, March 4, 2024 9:12 AM
            To: the clerk
            Subject: Roof meeting

            Could we meet on Wednesday?

            -----Original Message-----
            From: the clerk
            Sent: Sunday, March 3, 2024
            Subject: Roof meeting

            I propose Tuesday.
            """, List.of("the desk <desk@example.org>, Monday, March 4, 2024 9:12 AM, Roof meeting",
            "the clerk, Sunday, March 3, 2024, Roof meeting")),
        Arguments.of("german", """
            Agreed, Friday it is.

            Am 04.03.2024 um 09:12 schrieb Eva Krug:
            > Could we meet on Wednesday?
            ---------- Ursprüngliche Nachricht ----------
            Von: Karl Lind
            Datum: 3. März 2024
            Betreff: Dach

            I propose Tuesday.
            """, List.of("Am 04.03.2024 um 09:12 schrieb Eva Krug", "Karl Lind, 3. März 2024, Dach")),
        Arguments.of("russian", """
            Agreed, Friday it is.

            4 марта 2024 г. в 09:12, Ева <eva@example.org> написал(а):
            Could we meet on Wednesday?

            03.03.2024, 18:40, "Карл" <karl@example.org> пишет:
            > I propose Tuesday.
            """, List.of("4 марта 2024 г. в 09:12, Ева <eva@example.org> написал(а)",
            "03.03.2024, 18:40, \"Карл\" <karl@example.org> пишет")),
        Arguments.of("answered below", """
            > Could we meet on Wednesday?
            >> I propose Tuesday.

            Agreed, Friday it is.
            """, List.of("an older mail", "an older mail")));
  }

  @ParameterizedTest
  @MethodSource("threads")
  void partsTheWordsOfAMailFromWhatItQuotes(String style, String text, List<String> older) throws Exception {
    Extracted mail = read(WrittenMails.text("Re: Roof meeting", text, "UTF-8", "quoted-printable"));
    List<String> headings = new ArrayList<>(List.of("Re: Roof meeting"));
    older.forEach(attribution -> headings.add("Quoted: " + attribution));
    assertThat(headings(mail)).as(style).isEqualTo(headings);
    assertInOrder(mail.text(), "Agreed, Friday it is.", "Wednesday?", "I propose Tuesday.");
    assertThat(mail.text()).doesNotContain("> I", "> C");
  }

  static Stream<String> pages() {
    return Stream.of(
        // Gmail
        "<div dir=ltr>Agreed, Friday it is.</div><br><div class=gmail_quote><div class=gmail_attr>On Mon, Mar 4, 2024 at 9:12 AM"
            + " desk &lt;<a href='mailto:d@example.org'>d@example.org</a>&gt; wrote:<br></div><blockquote class=gmail_quote>"
            + "<div>Could we meet on Wednesday?</div><div class=gmail_quote>On Sun, Mar 3, 2024 clerk wrote:<br><blockquote>"
            + "I propose Tuesday.</blockquote></div></blockquote></div>",
        // Thunderbird
        "<p>Agreed, Friday it is.</p><div class=moz-cite-prefix>On 3/4/24 09:12, desk wrote:<br></div>"
            + "<blockquote type=cite><p>Could we meet on Wednesday?</p><blockquote type=cite>I propose Tuesday.</blockquote></blockquote>",
        // Outlook marks nothing but draws a line.
        "<div class=WordSection1><p class=MsoNormal>Agreed, Friday it is.</p><div style='border-top:solid #E1E1E1 1.0pt'>"
            + "<p class=MsoNormal><b>From:</b> desk &lt;d@example.org&gt;<br><b>Sent:</b> Monday, March 4, 2024 9:12 AM<br>"
            + "<b>To:</b> clerk<br><b>Subject:</b> Roof meeting</p></div><p class=MsoNormal>Could we meet on Wednesday?</p>"
            + "<div><p><b>From:</b> clerk<br><b>Sent:</b> Sunday<br><b>Subject:</b> Roof meeting</p></div><p>I propose Tuesday.</p></div>");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void partsTheWordsOfAPageFromWhatItQuotes(String page) throws Exception {
    Extracted mail = read(WrittenMails.html("Re: Roof meeting", "<html><body>" + page + "</body></html>"));
    assertThat(headings(mail)).first().isEqualTo("Re: Roof meeting");
    assertThat(headings(mail).subList(1, headings(mail).size())).hasSize(2).allMatch(h -> h.startsWith("Quoted: "));
    assertInOrder(mail.text(), "Agreed, Friday it is.", "Wednesday?", "Tuesday.");
  }

  @Test
  void readsAMailThatWasPassedOnUnderItsOwnSubject() throws Exception {
    Extracted mail = read(WrittenMails.text("Fwd: Boiler", """
        Please file this.

        ---------- Forwarded message ---------
        From: Ann <ann@example.org>
        Date: Mon, 4 Mar 2024 at 09:12
        Subject: Boiler order
        To: <desk@example.org>

        The new boiler costs 4200 pounds.
        """, "UTF-8", "8bit"));
    assertThat(headings(mail)).containsExactly("Fwd: Boiler", "Boiler order");
    assertThat(mail.text()).contains("From: Ann <ann@example.org>", "The new boiler costs 4200 pounds.");
  }

  @Test
  void readsAMailboxMailByMail() throws Exception {
    Path file = folder.resolve("a.mbox");
    Files.writeString(file,
        "From a@example.org Mon Mar  4 09:12:00 2024\nFrom: a@example.org\nSubject: One\n\nThe mast is new.\n\n"
            + "From b@example.org Mon Mar  4 09:13:00 2024\nFrom: b@example.org\nSubject: Two\n\nThe sail is old.\n");
    Extracted box = TikaParsers.parse(FileKind.MAIL, file);
    assertThat(headings(box)).containsExactly("One", "Two");
    assertThat(box.text()).contains("The mast is new.", "The sail is old.").doesNotContain("09:13");
  }

  @Test
  void readsAMailThatOutlookKept() throws Exception {
    Path file = folder.resolve("a.msg");
    WrittenMails.outlook(file, "Boiler – заказ", "The new boiler costs 4200 pounds.\r\n", "Смета.txt",
        "The chimney is swept in May.".getBytes(StandardCharsets.UTF_8));
    Extracted mail = TikaParsers.parse(FileKind.MAIL, file);
    assertThat(headings(mail)).containsExactly("Boiler – заказ", "Смета.txt");
    assertThat(mail.text()).contains("From: Liv Dale", "The new boiler costs 4200 pounds.", "swept in May");
  }

  @Test
  void joinsTheLinesThatAProgramHasBroken() throws Exception {
    Extracted mail = raw("Subject: Flowed\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\n"
        + "倉庫は \n水曜日に開きます。\n", "UTF-8");
    assertThat(mail.text()).endsWith("倉庫は水曜日に開きます。");
  }

  private Extracted read(MimeMessage mail) throws Exception {
    return TikaParsers.parse(FileKind.MAIL, WrittenMails.write(mail, folder.resolve("mail.eml")));
  }

  private Extracted raw(String source, String charset) throws Exception {
    Path file = folder.resolve("raw.eml");
    Files.write(file, source.replace("\n", "\r\n").getBytes(Charset.forName(charset)));
    return TikaParsers.parse(FileKind.MAIL, file, Set.of(Language.RUSSIAN, Language.GERMAN), 0);
  }

  private static List<String> headings(Extracted mail) {
    return mail.blocks()
        .stream()
        .filter(block -> block.kind() == Kind.HEADING)
        .map((Block block) -> mail.text().substring(block.start(), block.end()))
        .toList();
  }

  private static void assertInOrder(String text, String... parts) {
    int at = -1;
    for (String part : parts) {
      int next = text.indexOf(part, at + 1);
      assertThat(next).as("%s in %s", part, text).isGreaterThan(at);
      at = next;
    }
  }
}
