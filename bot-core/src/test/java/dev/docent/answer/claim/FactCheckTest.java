package dev.docent.answer.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Support;
import dev.docent.answer.Evidence;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactCheckTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The fee is 1,000 euros.                       | The fee is 1000 euros.
      The fee is 1000 euros.                        | The fee is 1.000 euros.
      The rate is 3.5 percent.                      | Der Satz: rate 3,5 percent.
      It was built on 4 March 1933.                 | Built: 1933-03-04
      There are 3 rooms.                            | There are three rooms.
      There are three rooms.                        | Rooms: 3
      The notice is twenty-five days.               | The notice is 25 days.
      Bullitt's staff was small.                    | The staff of Bullitt was small.
      The American envoy stayed.                    | The envoy of America stayed.
      They met the USA envoy.                       | They met the envoy of the United States of America.
      They met Mueller and Zoë there.               | They met Mueller and Zoe there.
      It says “dogs may come” there.                | It is written: dogs may come on Fridays.
      It says “Dogs may come” there.                | It is written: dogs may come on Fridays.
      It says "dogs … on Fridays" there.            | It is written: dogs may come on Fridays.
      In May the envoy met Lund.                    | The envoy met Lund in May.
      Instead, ask Lund about it.                   | Lund knows it. You may ask.
      According to Lund, it is open.                | Lund says: open.
      Three people may come: Ann, Bo and Cy.        | Ann, Bo and Cy may come.
      Half of the 500 euros (250) is paid at once.  | Of the 500 euros half is paid at once.
      Together that makes 12 rooms.                 | There are 5 rooms above and 7 below.
      Read http://docs.example/a for it.            | Read http://docs.example/a for it all.
      Run `lamp add <name> --now`.                  | Run lamp add TheNameYouChose --now to light it.
      Set `LAMP_PORT` in `etc/lamp.conf`.           | In etc/lamp.conf stands LAMP_PORT.
      You must never leave it on.                   | Leaving it on is forbidden.
      The ten-minute walk ends there.               | The walk of ten minutes ends there.
      Посол Буллит прибыл в 1933.                   | Ambassador Bullitt arrived in 1933.
      За 4 недели.                                  | Не менее чем за четыре недели.
      """)
  void letsThroughWhatWasShown(String claim, String passage) {
    assertThat(objection(claim, passage)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The fee is 2,000 euros.                       | The fee is 1000 euros.                     | number 2,000
      The fee is 10 euros.                          | The fee is 1000 euros.                     | number 10
      The rate is 35 percent.                       | The rate is 3.5 percent.                   | number 35
      The notice is thirty days.                    | The notice is 60 days.                     | number thirty
      The notice is four weeks.                     | The notice is three weeks.                 | number four
      It costs €70 a day.                           | It costs €50 a day.                        | number 70
      The envoy was Joseph Davies.                  | The envoy was William Bullitt.             | name Joseph
      William Davies was the envoy.                 | The envoy was William Bullitt.             | name Davies
      The chief of Globex is Ann Lee.               | The chief is Ann Lee.                      | name Globex
      It was built in May.                          | It was built in June.                      | name May
      It says “cats may come too” there.            | It says dogs may come.                     | quotes
      It says "cats may come too" there.            | It says dogs may come.                     | quotes
      It says 'cats may come too' there.            | It says dogs may come.                     | quotes
      It says “dogs … every Friday” there.          | It says dogs may come on Fridays.          | quotes
      Read more at http://evil.example/x of it.     | Read more of it in the handbook.           | http://evil
      See ![a](x.png) in the handbook.              | See the handbook.                          | x.png
      Write to ann@office.example for it.           | Write to bo@office.example for it.         | ann@office
      Run `lamp add --force`.                       | Run lamp add --now to light it.            | --force
      Set LAMP_HOST there.                          | Set LAMP_PORT there.                       | LAMP_HOST
      Update to v1.2.4 first.                       | Update to v1.2.3 first.                    | v1.2.4
      Open port 443/tcp for it.                     | Open port 80/tcp for it.                   | 443/tcp
      """)
  void objectsToWhatWasInvented(String claim, String passage, String reason) {
    assertThat(objection(claim, passage)).contains(reason);
  }

  private static final String ENVOY = "In 1933 William Bullitt was appointed the first ambassador of the United States to "
      + "Moscow, while Alexander Troyanovsky went to Washington for the Soviet Union.";

  @ParameterizedTest
  @ValueSource(strings = {"Der erste Botschafter der Vereinigten Staaten in Moskau war William Bullitt.",
      "Botschafter William Bullitt wurde 1933 ernannt.", "Der erste US-Botschafter in Moskau war William Bullitt.",
      "Le premier ambassadeur des États-Unis à Moscou était William Bullitt.",
      "El primer embajador de los Estados Unidos en Moscú fue William Bullitt.",
      "Il primo ambasciatore degli Stati Uniti a Mosca è stato William Bullitt.",
      "Первым послом США в Москве стал Уильям Буллит."})
  void letsThroughAnAnswerInTheLanguageOfTheQuestion(String claim) {
    assertThat(objection(claim, ENVOY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Der erste Botschafter in Moskau war Joseph Davies.                       | name Davies
      Le premier ambassadeur des États-Unis à Berlin était William Bullitt.    | name Berlin
      El primer embajador de Francia en Moscú fue William Bullitt.             | name Francia
      Der erste Botschafter der Vereinigten Staaten wurde 1934 ernannt.        | number 1934
      """)
  void objectsToAnInventionInTheLanguageOfTheQuestion(String claim, String reason) {
    assertThat(objection(claim, ENVOY)).contains(reason);
  }

  @Test
  void whatOtherPassagesTheQuestionAndTheConversationSayIsNotInvented() {
    Segment cited = segment("a.md", "The office opens at nine.");
    Segment other = segment("b-1984.md", "Lund has the key.");
    var view = new InMemoryIndexView(cited, other);
    var evidence = new Evidence(passages(cited, other), view,
        List.of(new Turn("Is Holm there?", "Is Holm there?", "No.")));
    var judge = new FactCheck().begin(evidence, Query.of("May Berg come after 4 months?"));
    var said = new Said("After 4 months Berg may ask Lund, but not Holm, as b-1984.md says.",
        List.of(new Support(cited, cited.text())));
    assertThat(judge.objection(said)).isEmpty();
  }

  private static final String TWO = "The envoys were exchanged. The old sailor Anton Berg was appointed the first spokesman "
      + "of the island to the mainland, and the clerk of the port Ole Lund - as the first harbour master in Norvik.";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Who was the first harbour master in Norvik? | Ole Lund was appointed the first harbour master in Norvik.   | true
      Who was the first harbour master in Norvik? | It was Ole Lund.                                             | true
      Who was the first harbour master in Norvik? | The first harbour master in Norvik was Ole Lund.             | true
      Who was the first harbour master in Norvik? | Anton Berg was appointed the first harbour master in Norvik. | false
      Who was the first harbour master in Norvik? | It was Anton Berg.                                           | false
      Who was the first harbour master in Norvik? | The first harbour master in Norvik was Anton Berg.           | false
      Who was the first harbour master in Norvik? | Anton Berg spoke for the island.                             | true
      Who spoke for the island on the mainland?   | Anton Berg.                                                  | true
      Who spoke for the island on the mainland?   | Ole Lund.                                                    | false
      """)
  void ofTwoNamesInAPassageTheOneItSpeaksOfIsShown(String question, String claim, boolean shown) {
    Segment segment = segment("d.md", TWO);
    var evidence = new Evidence(passages(segment), new InMemoryIndexView(segment));
    var judge = new FactCheck().begin(evidence, Query.of(question));
    assertThat(judge.objection(new Said(claim, List.of(new Support(segment, TWO)))).isEmpty()).isEqualTo(shown);
  }

  private static String objection(String claim, String passage) {
    boolean russian = passage.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
    var segment = new Segment("d.md", "notes", 0, List.of(), passage, 0, 0, 1,
        russian ? Language.RUSSIAN : Language.ENGLISH);
    var evidence = new Evidence(passages(segment), new InMemoryIndexView(segment));
    return new FactCheck().begin(evidence, Query.of("What is so?"))
        .objection(new Said(claim, List.of(new Support(segment, segment.text()))))
        .orElse("");
  }

  private static List<Passage> passages(Segment... segments) {
    return Arrays.stream(segments).map(s -> new Passage(s, 1, 1, RetrieverRank.NONE, RetrieverRank.NONE)).toList();
  }

  private static Segment segment(String document, String text) {
    return new Segment(document, document, 0, List.of(), text, 0, 0, 1, Language.ENGLISH);
  }
}
