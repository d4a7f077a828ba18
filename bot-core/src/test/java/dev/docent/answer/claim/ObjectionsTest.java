package dev.docent.answer.claim;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Support;
import dev.docent.answer.Evidence;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectionsTest {

  /** Each kind of objection in the words the user is told. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      It says “cats may come too” there.            | It says dogs may come.                | what it quotes stands in none of the passages: “cats may come too”
      Set LAMP_HOST there.                          | Set LAMP_PORT there.                  | LAMP_HOST stands in none of the passages
      The fee is 2,000 euros.                       | The fee is 1000 euros.                | the number 2,000 stands in none of the passages
      The envoy was Joseph Davies.                  | The envoy was William Davies.         | the name Joseph stands in none of the passages
      It is not true that the shop opens on Sunday. | The shop opens on Sunday.             | none of the passages says “It is not true that”
      He heard how whales sing when oceans were frozen at night. | The shop opens on Sunday with bread.  | it has no words of the passages
      """)
  void anObjectionSaysWhatIsWrong(String claim, String passage, String objection) {
    assertThat(objection("What is so?", claim, passage)).isEqualTo(objection);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      It is not true that the shop opens on Sunday. | It is not true that the shop opens on Sunday.
      The shop opens with bread on Sunday.          | The shop opens on Sunday with bread.
      """)
  void whatStandsThereIsCarried(String claim, String passage) {
    assertThat(objection("What is so?", claim, passage)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The first harbour master in Norvik was Anton Berg. | the passage says this of another
      """)
  void oneNameInThePlaceOfAnotherIsSaidToBeThat(String claim, String objection) {
    assertThat(objection("Who was the first harbour master in Norvik?", claim,
        "The envoys were exchanged. The old sailor Anton Berg was appointed the first spokesman "
            + "of the island to the mainland, and the clerk of the port Ole Lund - as the first harbour master in Norvik."))
        .startsWith(objection + ": “");
  }

  private static String objection(String question, String claim, String passage) {
    Segment segment = segment("d.md", passage);
    var evidence = new Evidence(List.of(new Passage(segment, 1, 1, RetrieverRank.NONE, RetrieverRank.NONE)),
        new InMemoryIndexView(segment));
    return new FactCheck().begin(evidence, Query.of(question))
        .objection(new Said(claim, List.of(new Support(segment, passage))))
        .orElse("");
  }
}
