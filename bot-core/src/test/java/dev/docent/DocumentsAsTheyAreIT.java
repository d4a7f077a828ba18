package dev.docent;

import static dev.docent.Asking.ask;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.index.DocumentEntry;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents in forms that nobody would choose and many have. */
class DocumentsAsTheyAreIT {
  private final Path folder;
  private final Docent docent;

  DocumentsAsTheyAreIT(@TempDir Path knowledge, @TempDir Path data) {
    folder = knowledge;
    docent = DocentFactory.open(DocentSettings.of(knowledge, data));
  }

  @AfterEach
  void close() {
    docent.close();
  }

  @Test
  void findsWordsAndNamesInWhicheverFormTheyAre() throws Exception {
    String korean = "예비 열쇠는 프린터 옆 파란 캐비닛에 있습니다. 회의실은 이층에 있습니다.";
    write(apart("열쇠") + ".txt", apart(korean));
    String french = "La clé de la réserve est accrochée derrière la fenêtre. Le café ouvre à huit heures.";
    write(apart("réserve") + ".md", apart(french));
    write("правила.txt",
        "Сти\u00ADраль\u00ADные ма\u200Bши\u00ADны рабо\u00ADтают до вось\u00ADми вечера. Велосипеды стоят в подвале.");
    write("mühle.txt", "Die Wind\u00ADmühle gehört der Mül\u200Dlerin Käthe Grünwald. Sie mahlt früh und spät.");
    docent.reload(Progress.NONE);
    assertThat(quote("예비 열쇠는 어디에 있습니까?")).isEqualTo(apart("예비 열쇠는 프린터 옆 파란 캐비닛에 있습니다."));
    assertThat(quote(apart("예비 열쇠는 어디에 있습니까?"))).contains(apart("파란 캐비닛"));
    assertThat(quote("Où est accrochée la clé de la réserve ?")).contains(apart("derrière la fenêtre"));
    assertThat(quote("До какого часа работают стиральные машины?")).contains("вось\u00ADми");
    assertThat(quote("Wem gehört die Windmühle?")).contains("Käthe Grünwald");
    assertThat(
        grounded(ask(docent, "Où est accrochée la clé de la réserve selon réserve.md ?")).citations()
            .getFirst()
            .document())
        .isEqualTo(apart("réserve") + ".md");
  }

  @Test
  void theNewestWordsOfAThreadAnswer() throws Exception {
    write("thread.eml", """
        From: clerk@example.org
        Subject: Re: Roof meeting
        Content-Type: text/plain; charset=utf-8

        Agreed, we meet on Friday then.

        On Mon, 4 Mar 2024 at 09:12, the desk wrote:
        > Could we meet on Wednesday?
        >
        > > On Sun, 3 Mar 2024, the clerk wrote:
        > > I propose Tuesday for the roof meeting.
        """);
    write("boat.eml", """
        From: eva@example.org
        Subject: AW: Bootspruefung
        Content-Type: text/plain; charset=utf-8

        Dann machen wir es am Donnerstag.

        Am 04.03.2024 um 09:12 schrieb Karl Lind:
        > Die Bootsprüfung sollte am Montag stattfinden.
        """);
    write("lodki.eml", """
        From: eva@example.org
        Subject: Re: Ремонт лодок
        Content-Type: text/plain; charset=utf-8

        Хорошо, ремонт лодок начнём в четверг.

        4 марта 2024 г. в 09:12, Карл написал:
        > Предлагаю начать ремонт лодок во вторник.
        """);
    write("keys.eml", """
        From: bert@example.org
        Subject: Re: Cellar keys
        Content-Type: text/plain; charset=utf-8

        Thanks, noted.

        On Mon, 4 Mar 2024 at 09:12, Ann wrote:
        > The cellar keys hang behind the barometer.
        """);
    docent.reload(Progress.NONE);
    assertThat(quote("When is the roof meeting?")).contains("Friday");
    assertThat(quote("Когда начнётся ремонт лодок?")).contains("четверг");
    assertThat(ask(docent, "Wann ist die Bootsprüfung?").text()).doesNotContain("Montag");
    assertThat(quote("Where do the cellar keys hang?")).contains("behind the barometer");
    assertThat(quote("What is proposed for Tuesday?")).contains("Tuesday");
  }

  @Test
  void theRowThatIsAskedAboutAnswersAndNotTheOneAbove() throws Exception {
    write("takings.csv",
        "Kiosk;2021;2022;2023\nQuay;410;455;512\nMill Lane;230;198;251\nPost Yard;120;133;140\n");
    write("rota.csv", "Ward;Day;Nurse in charge;Beds\nElm;Monday;team A;12\nElm;Thursday;team C;11\n"
        + "Larch;Monday;team D;9\nLarch;Thursday;team B;8\n");
    write("mills.html", "<table><tr><td colspan=4><b>Output of the mills</b></td></tr><tr><td></td><td>2019</td>"
        + "<td>2020</td><td>2021</td></tr><tr><td>Weir mill</td><td>310</td><td>295</td><td>330</td></tr>"
        + "<tr><td>Tide mill</td><td>120</td><td>118</td><td>140</td></tr></table>");
    docent.reload(Progress.NONE);
    assertThat(quote("What was the output of the Tide mill in 2020?")).contains("Tide mill", "2020: 118");
    assertThat(quote("What did the kiosk in Mill Lane take in 2022?")).contains("Mill Lane", "2022: 198");
    Answer.Grounded answer = grounded(ask(docent, "Who is the nurse in charge of Elm on Thursday?"));
    assertThat(answer.citations().getFirst().quote()).contains("Elm", "Thursday", "team C");
    assertThat(answer.parts().getLast().marked()).containsExactly("team C");
  }

  @Test
  void saysHowADocumentWasRead() throws Exception {
    write("lockers.xls",
        "<html><body><table><tr><td>Locker</td><td>Holder</td></tr><tr><td>17</td><td>crew</td></tr></table></body></html>");
    Files.write(folder.resolve("öffnung.md"), ("# Öffnungszeiten\n\nDie Bäckerei öffnet um sechs Uhr. Größe: "
        + "ÄÖÜ.\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    byte[] good = Files.readAllBytes(folder.resolve("öffnung.md"));
    byte[] stray = java.util.Arrays.copyOf(good, good.length + 10);
    byte[] more = "Fl\u00E4che: 40".getBytes(Charset.forName("windows-1252"));
    System.arraycopy(more, 0, stray, good.length, 10);
    Files.write(folder.resolve("öffnung.md"), stray);
    ReloadReport report = docent.reload(Progress.NONE);
    assertThat(report.remarks()).extracting(ReloadReport.Remark::document).containsExactly("lockers.xls", "öffnung.md");
    assertThat(report.remarks()).extracting(ReloadReport.Remark::remark)
        .satisfiesExactly(one -> assertThat(one).contains("HTML"), two -> assertThat(two).contains("1 byte"));
    assertThat(docent.documents()).extracting(DocumentEntry::remarks).allMatch(remarks -> remarks.size() == 1);
    assertThat(quote("Wann öffnet die Bäckerei?")).contains("sechs Uhr");
    assertThat(docent.reload(Progress.NONE).remarks()).isEmpty();
    assertThat(docent.documents()).extracting(DocumentEntry::remarks).allMatch(remarks -> remarks.size() == 1);
  }

  private String quote(String question) throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, question));
    return answer.citations().getFirst().quote();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String apart(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
