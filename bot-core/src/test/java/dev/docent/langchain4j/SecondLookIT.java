package dev.docent.langchain4j;

import static dev.docent.index.InMemoryIndexView.segment;
import static dev.docent.langchain4j.FakeModelServer.openAi;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.ModelName;
import dev.docent.answer.ClaimCheck;
import dev.docent.answer.ClaimCheck.Finding;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Support;
import dev.docent.answer.Evidence;
import dev.docent.answer.ReaderException;
import dev.docent.answer.claim.FactCheck;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondLookIT {
  private static final Segment OFFICE = segment("office.md", "The office opens at nine. Dogs may come on Fridays.");
  private static final Support SUPPORT = new Support(OFFICE, "The office opens at nine.");

  private final FakeModelServer server = new FakeModelServer();
  private final Evidence evidence = new Evidence(
      List.of(new Passage(OFFICE, 1, 1, RetrieverRank.NONE, RetrieverRank.NONE)),
      new InMemoryIndexView(OFFICE));
  private final List<Said> statements = List.of(new Said("The office opens at nine.", List.of(SUPPORT)),
      new Said("Dogs must come on Fridays.", List.of(SUPPORT)), new Said("Dogs never come.", List.of(SUPPORT)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void takesEachVerdictAndWhatWasPutRight() throws InterruptedException {
    server.then(openAi("""
        1 | carried
        2 | not carried | may, not must | Dogs may come on Fridays [1].
        3 | contradicted | they may come on Fridays | -
        """));
    List<Finding> findings = judge().review(statements).findings();
    assertThat(findings.getFirst()).isEqualTo(new Finding.Carried());
    assertThat(findings.get(1)).isEqualTo(new Finding.Mended(
        new Said("Dogs may come on Fridays.", List.of(new Support(OFFICE, "Dogs may come on Fridays.")))));
    assertThat(findings.get(2)).isEqualTo(new Finding.Refused("a second reading finds: they may come on Fridays"));
  }

  @Test
  void goesOnInTheConversationThatTheAnswerWasWrittenIn() throws InterruptedException {
    server.then(openAi("The office opens at nine [1].")).then(openAi("1 | carried\n2 | carried\n3 | carried"));
    new ChatModelReader(factory()).read(Query.of("When?"), evidence, claim -> {});
    judge().review(statements);
    String first = server.bodies.getFirst();
    String shared = first.substring(first.indexOf("\"messages\""), first.indexOf("Question: When?"));
    assertThat(server.bodies.get(1)).contains(shared);
  }

  @Test
  void anAnswerWithoutAVerdictIsAFailure() {
    server.then(openAi("Looks good to me!"));
    assertThatThrownBy(() -> judge().review(statements)).isInstanceOf(ReaderException.class)
        .hasMessageContaining("without a verdict");
  }

  private ClaimCheck.Judge judge() {
    return new SecondLook(factory(), new FactCheck()).begin(evidence, Query.of("When?"));
  }

  private ModelFactory factory() {
    return new ModelFactory(ModelName.parse("openai:m"), server.address(), Duration.ofSeconds(10), name -> "k");
  }
}
