package dev.docent.corpus.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder as people have them: every format in several guises, and what lies around between them. */
public record RealFolder(Path path, Path elsewhere) {

  public void fill() throws IOException {
    Files.createDirectories(path.resolve("reports/old stuff – März"));
    pdfs();
    office();
    tables();
    pages();
    mails();
    texts();
    unreadable();
    leavings();
  }

  private void pdfs() throws IOException {
    WrittenFiles.pdf(path.resolve("lighthouse.pdf"), List.of("The lighthouse of Skarvik stands on a rock.",
        "The lighthouse was built by Anna Petersen in 1933."), List.of(), "");
    WrittenPdf.columns(path.resolve("columns.pdf"), List.of("The dry dock was opened", "in 1887 by the mayor of",
        "Skarvik, Peter Dahl, who", "had paid for its gates."),
        List.of("The crane beside it lifts",
            "forty tonnes and was made", "in Glasgow by the firm of", "Kerr and Sons."));
    WrittenFiles.pdf(path.resolve("hyphens.pdf"), List.of("The life-saving medal of the town is awarded by the har-\n"
        + "bourmaster alone. It is made of silver and was designed by Ing-\nrid Solberg."), List.of(), "");
    WrittenFiles.pdf(path.resolve("outlined.pdf"), List.of("Rules of the marina\n\nBoats keep to the right.",
        "Quiet hours\nNobody plays music after ten in the evening.\n\nWashing\nThe washing of boats is allowed on Mondays only."),
        List.of("Rules of the marina", "Quiet hours", "Washing"), "");
    WrittenFiles.pdf(path.resolve("manual.pdf"), manual(), List.of(), "");
    WrittenPdf.cyrillic(path.resolve("reports/отчёт.pdf"), List.of("Отчёт музея.",
        "Музей морского флота открыл Степан Макаров."));
  }

  /** 300 pages with a head and a foot. */
  private static List<String> manual() {
    var pages = new ArrayList<String>();
    for (int page = 1; page <= 300; page++) {
      String said = page == 217
          ? "The bilge pump is primed with two litres of paraffin."
          : "Step " + page + " concerns valve " + page * 7 + " of the engine room.";
      pages.add("Engine manual, second edition\n\n" + said + "\n\n- " + page + " -");
    }
    return pages;
  }

  private void office() throws IOException {
    WrittenFiles.docx(path.resolve("contract.docx"), """
        # Parties
        The contract is between the town and the sailing club.
        # Moorings
        The mooring fee is 15 crowns a day.
        | Berth | Length | Owner
        | A1 | 12 | Nils Brandt
        """);
    WrittenFiles.docx(path.resolve("reports/old stuff – März/minutes.docx"),
        "# Minutes\nThe board elected Sigrid Moen as its treasurer.\n");
    WrittenFiles.pptx(path.resolve("ferries.pptx"), List.of(Map.entry("Ferries", "There are two of them."),
        Map.entry("Departure", "The ferry to Oslo departs at noon.")));
    WrittenOffice.ppt(path.resolve("tourism.ppt"), List.of(Map.entry("Tourism", "Guests come in July."),
        Map.entry("Beaches", "The longest beach is called Sandvika.")));
    WrittenFiles.odt(path.resolve("storm.odt"), "<text:h text:outline-level=\"1\">Storm</text:h>"
        + "<text:p>The great storm of 1951 broke the lamp.</text:p>");
    WrittenOffice.odp(path.resolve("choir.odp"), List.of("The choir was founded by Lise Aas.",
        "The choir rehearses on Wednesdays."));
    Files.writeString(path.resolve("bakery.rtf"), "{\\rtf1\\ansi\\pard The bakery is owned by Ole Berg.\\par}");
    Files.write(path.resolve("аптека.rtf"), ("{\\rtf1\\ansi\\ansicpg1251\\pard " + escaped(
        "Аптека на площади работает до девяти вечера.") + "\\par}").getBytes(Charset.forName("US-ASCII")));
    WrittenFiles.epub(path.resolve("whales.epub"), "Whales",
        "<h1>Whales</h1><p>They breathe.</p><h2>Weight</h2><p>The blue whale weighs 150 tonnes.</p>");
  }

  /** Each byte of the text in windows-1251 as RTF writes it. */
  private static String escaped(String russian) {
    var out = new StringBuilder();
    for (byte b : russian.getBytes(Charset.forName("windows-1251"))) {
      out.append(b >= 0 ? String.valueOf((char) b) : "\\'%02x".formatted(b & 0xFF));
    }
    return out.toString();
  }

  private void tables() throws IOException {
    var sheets = new LinkedHashMap<String, List<String>>();
    sheets.put("Boats", List.of("Boat|Skipper", "Havfruen|Eva Nygaard", "Sjøulven|Tor Vik"));
    sheets.put("Prices", List.of("Fish|Price in crowns", "Cod|40", "", "", "Halibut|95", "Herring|12"));
    WrittenFiles.xlsx(path.resolve("fish.xlsx"), sheets);
    WrittenOffice.xls(path.resolve("salaries.xls"), "Salaries", List.of("Office|Salary", "Pilot|5200", "",
        "Harbourmaster|6100"));
    WrittenOffice.ods(path.resolve("tides.ods"),
        List.of("Port|High water in the morning", "Hammer|06:12", "Vesterhaven|07:45"));
    Files.writeString(path.resolve("crew.csv"), "Name,Job\nJohan Lund,keeper\n\"Holm, Marta\",cook\n");
    Files.write(path.resolve("склад.csv"), "Товар;Количество;Полка\nКанат пеньковый;40;Б7\nФонарь медный;3;В2\n"
        .getBytes(Charset.forName("windows-1251")));
    Files.writeString(path.resolve("trains.tsv"),
        "Service\tDriver\nNight express\tGunnar Ek\nMail coach\tSolveig Ness\n");
  }

  private void pages() throws IOException {
    Files.writeString(path.resolve("market.html"), "<title>Market</title><main><h1>Market</h1>"
        + "<p>The market opens at five in the morning.</p></main>");
    Files.write(path.resolve("порт.htm"),
        """
            <html><head><title>Старый порт</title>
            <meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body>
            <table><tr><td><a href="/">Главная</a><br><a href="/n">Новости порта</a><br><a href="/k">Карта</a></td></tr></table>
            <h1>Старый порт</h1><p>Волнорез старого порта построил инженер Фёдор Бурачек.</p>
            <script>var волнорез = 'Иванов';</script></body></html>
            """
            .getBytes(Charset.forName("windows-1251")));
    Files.writeString(path.resolve("saved page.html"), """
        <!doctype html><title>Skarvik aquarium</title><body><div class=top><ul>
        <li><a href=a>Who feeds the octopus</a></li><li><a href=b>Tickets</a></li><li><a href=c>Opening</a></li>
        <li><a href=d>Contact</a></li></ul></div>
        <h1>Aquarium</h1><h2>Octopus</h2><p>The octopus is fed by the <b>diver</b> Hanne Lie.</p>
        <div role=contentinfo>All rights reserved by the octopus society.</div></body>""");
    Files.writeString(path.resolve("theatre.xhtml"), """
        <?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Theatre</title>
        </head><body><h1>Theatre</h1><p>The curtain of the theatre is green velvet.</p></body></html>""");
  }

  private void mails() throws IOException {
    mail("lamp.eml",
        "From: a@example.org\nSubject: Lamp\nContent-Type: text/plain\n\nThe new lamp arrives on Thursday.\n");
    mail("keys.eml", """
        From: Liv Dale <liv@example.org>
        Subject: Keys
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=x

        --x
        Content-Type: text/plain; charset=utf-8

        The spare keys hang behind the barometer.
        --x
        Content-Type: text/html; charset=utf-8

        <p>The spare keys hang behind the barometer.</p>
        --x--
        """);
    mail("invoice.eml", """
        From: office@example.org
        Subject: Invoice
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <h1>Invoice</h1><p>The invoice for the new anchor comes to 740 crow=
        ns.</p>
        """);
  }

  private void mail(String name, String source) throws IOException {
    Files.writeString(path.resolve(name), source.replace("\n", "\r\n"));
  }

  private void texts() throws IOException {
    Files.writeString(path.resolve("museum.md"), """
        ---
        title: Museum guide
        ---

        # Museum

        ## Opening

        The museum is closed on Tuesdays.

        | Room | Shows |
        |---|---|
        | Attic | model ships |
        """);
    Files.writeString(path.resolve("reports/old stuff – März/Brücke.md"),
        "# Die Brücke\n\nDie alte Brücke wurde im Jahr 1848 von Karl Lindner gebaut.\n");
    Files.writeString(path.resolve("README"), "The password of the library terminal is kept by Astrid Fjeld.\n");
    Files.writeString(path.resolve("watch.log"), "06:00 calm\n07:30 The watchman saw a seal near the pier.\n");
    Files.writeString(path.resolve("school.rst"), "School\n======\n\nThe school bell was cast in Bergen.\n");
    Files.writeString(path.resolve("chapel.adoc"), "Chapel\r\n\r\nThe chapel organ has nine hundred pipes.\r\n");
    bytes("bom.txt", "\uFEFFThe weather vane shows a golden cockerel.\n", java.nio.charset.StandardCharsets.UTF_8);
    bytes("utf16le.txt", "\uFEFFThe fog horn sounds every forty seconds.\n", UTF_16LE);
    bytes("utf16be.txt", "\uFEFFThe rowing race is won by Kaja Strand.\n", UTF_16BE);
    bytes("кафе.txt", "Кафе у моря держит Зинаида Орлова. Оно стоит на набережной уже двадцать лет.\n",
        Charset.forName("windows-1251"));
    bytes("сад.txt", "Ботанический сад заложил академик Павел Нестеров. В саду растут пихты и кедры.\n",
        Charset.forName("KOI8-R"));
    bytes("mühle.txt", "Die Mühle gehört der Müllerin Käthe Grünwald. Sie mahlt früh und spät für die Höfe.\n",
        Charset.forName("windows-1252"));
    bytes("渔港.txt", "渔港的灯塔建于一九三三年。灯塔的看守人叫李明。\n", Charset.forName("GB18030"));
  }

  private void bytes(String name, String text, Charset charset) throws IOException {
    Files.write(path.resolve(name), text.getBytes(charset));
  }

  private void unreadable() throws IOException {
    WrittenFiles.pdf(path.resolve("scan.pdf"), List.of(""), List.of(), "");
    WrittenFiles.pdf(path.resolve("secret.pdf"), List.of("Secret"), List.of(), "sesame");
    WrittenOffice.locked(path.resolve("secret.docx"), "sesame");
    byte[] whole = Files.readAllBytes(path.resolve("contract.docx"));
    Files.write(path.resolve("torn.docx"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(path.resolve("torn.pdf"), "%PDF-1.7 and then nothing");
    Files.writeString(path.resolve("empty.md"), "");
  }

  private void leavings() throws IOException {
    for (String name : List.of("~$contract.docx", ".hidden.md", "museum.md~", "#museum.md#", ".#museum.md", "a.swp",
        "movie.mkv.part", "Thumbs.db")) {
      Files.writeString(path.resolve(name), "The mooring fee is 99 crowns a day.");
    }
    Files.write(path.resolve("photo.png"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 0});
    Files.writeString(path.resolve(".docentignore"), "drafts/\n*.secret.md\n");
    Files.createDirectory(path.resolve("drafts"));
    Files.writeString(path.resolve("drafts/a.md"), "The mooring fee is 98 crowns a day.");
    Files.writeString(path.resolve("fees.secret.md"), "The mooring fee is 97 crowns a day.");
    Files.createSymbolicLink(path.resolve("reports/loop"), path);
    Path outside = Files.createDirectory(elsewhere.resolve("outside"));
    Files.writeString(outside.resolve("out.md"), "The mooring fee is 96 crowns a day.");
    Files.createSymbolicLink(path.resolve("out"), outside);
    Files.createSymbolicLink(path.resolve("out.md"), outside.resolve("out.md"));
  }
}
