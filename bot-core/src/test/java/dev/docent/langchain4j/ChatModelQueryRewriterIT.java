package dev.docent.langchain4j;

import static dev.docent.langchain4j.FakeModelServer.hangs;
import static dev.docent.langchain4j.FakeModelServer.openAi;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.ModelName;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatModelQueryRewriterIT {
  private static final List<Turn> TURNS = List
      .of(new Turn("Who was he?", "Who was Bullitt?", "Bullitt was an ambassador. [1]"));
  private static final Set<Language> ENGLISH = Set.of(Language.ENGLISH);
  private static final Query OTHERWISE = new Query("And when?", "And when?", List.of("Bullitt"));

  private final FakeModelServer server = new FakeModelServer();
  private final ChatModelQueryRewriter rewriter = within(Duration.ofSeconds(10));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksNobodyForAFirstQuestion() throws InterruptedException {
    assertThat(rewriter.rewrite("Who was Bullitt?", List.of(), ENGLISH)).isEqualTo(Query.of("Who was Bullitt?"));
    assertThat(server.bodies).isEmpty();
  }

  @Test
  void takesTheModelsStandaloneQuestion() throws InterruptedException {
    server.then(openAi("\"When was Bullitt ", "ambassador?\"\n"));
    assertThat(rewriter.rewrite("And when?", TURNS, ENGLISH))
        .isEqualTo(new Query("And when?", "When was Bullitt ambassador?", List.of()));
    assertThat(server.bodies.getFirst()).contains("Who was Bullitt?", "Follow-up: And when?");
  }

  @Test
  void fallsBackWhenTheModelDoesNotWriteAQuestion() throws InterruptedException {
    server.then(openAi("Well.\n\nIt depends.")).then(openAi(""));
    assertThat(rewriter.rewrite("And when?", TURNS, ENGLISH)).isEqualTo(OTHERWISE);
    assertThat(rewriter.rewrite("And when?", TURNS, ENGLISH)).isEqualTo(OTHERWISE);
  }

  @Test
  void fallsBackWhenTheModelFails() throws InterruptedException {
    server.then(hangs());
    assertThat(within(Duration.ofMillis(500)).rewrite("And when?", TURNS, ENGLISH)).isEqualTo(OTHERWISE);
  }

  private ChatModelQueryRewriter within(Duration timeout) {
    return new ChatModelQueryRewriter(
        new ModelFactory(ModelName.parse("openai:m"), server.address(), timeout, name -> null),
        (question, turns, languages) -> OTHERWISE);
  }

  @Test
  void hasAQuestionInAnotherLanguageThanTheDocumentsTranslated() throws InterruptedException {
    server.then(openAi("Who was the first US ambassador to Moscow?"));
    assertThat(rewriter.rewrite("Кто был первым послом США в Москве?", List.of(), ENGLISH)).isEqualTo(
        new Query("Кто был первым послом США в Москве?", "Who was the first US ambassador to Moscow?", List.of()));
    assertThat(server.bodies.getFirst()).contains("Translate it into English.");
  }
}
