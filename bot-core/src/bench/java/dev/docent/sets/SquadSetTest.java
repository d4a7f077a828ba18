package dev.docent.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SquadSetTest {
  private static final String FILE = """
      {"version": "v2.0", "data": [
        {"title": "Old_Harbour", "paragraphs": [
          {"context": "\uD83D\uDEA2 The harbour was dug in 1820.", "qas": [
            {"id": "q1", "question": "When was it dug?", "is_impossible": false, "answers": [
              {"text": "1820", "answer_start": 25}, {"text": "in 1820", "answer_start": 22},
              {"text": "1820", "answer_start": 25}]},
            {"id": "q2", "question": "When was it filled in?", "is_impossible": true, "answers": [],
              "plausible_answers": [{"text": "1820", "answer_start": 25}]}]},
          {"context": "Herring is landed.", "qas": [
            {"id": "q3", "question": "What is landed?", "answers": [{"text": "Herring", "answer_start": 0}]}]}]},
        {"title": "Mill", "paragraphs": [{"context": "It grinds.", "qas": []}]}]}
      """;

  private final Path folder;

  SquadSetTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aParagraphIsADocumentAndAQuestionNamesTheOneThatAnswersIt() throws IOException {
    SquadSet.Written written = new SquadSet("s", "en", Set.of()).write(file(FILE), folder);

    assertThat(written).hasToString("s: 3 paragraphs, 3 questions, 1 of them without an answer");
    assertThat(folder.resolve("s/docs.jsonl")).hasContent(
        """
            {"id":"Old_Harbour#00","title":"Old Harbour","text":"\uD83D\uDEA2 The harbour was dug in 1820.","lang":"en","article":"Old_Harbour"}
            {"id":"Old_Harbour#01","title":"Old Harbour","text":"Herring is landed.","lang":"en","article":"Old_Harbour"}
            {"id":"Mill#00","title":"Mill","text":"It grinds.","lang":"en","article":"Mill"}
            """);
    assertThat(Files.readAllLines(folder.resolve("s/queries.jsonl"))).containsExactly(
        """
            {"id":"q1","text":"When was it dug?","lang":"en","doc_ids":["Old_Harbour#00"],"answers":["1820","in 1820"],"answerable":true,"spans":[[22,29],[25,29]],"article":"Old_Harbour"}"""
            .strip(),
        """
            {"id":"q2","text":"When was it filled in?","lang":"en","doc_ids":[],"answers":[],"answerable":false,"spans":[],"article":"Old_Harbour","about_doc":"Old_Harbour#00"}"""
            .strip(),
        """
            {"id":"q3","text":"What is landed?","lang":"en","doc_ids":["Old_Harbour#01"],"answers":["Herring"],"answerable":true,"spans":[[0,7]],"article":"Old_Harbour"}"""
            .strip());
  }

  @Test
  void anArticleIsAFileOfItsParagraphs() throws IOException {
    new SquadSet("s", "en", Set.of()).write(file(FILE), folder);

    assertThat(folder.resolve("s/files/Old_Harbour.md"))
        .hasContent("# Old Harbour\n\n\uD83D\uDEA2 The harbour was dug in 1820.\n\nHerring is landed.\n");
    assertThat(Files.readString(folder.resolve("s/queries-files.jsonl"))).contains("\"doc_ids\":[\"Old_Harbour.md\"]")
        .doesNotContain("spans");
  }

  @Test
  void onlyTheArticlesOfTheSetAreTaken() throws IOException {
    new SquadSet("s", "en", Set.of("Mill")).write(file(FILE), folder);

    assertThat(Files.readAllLines(folder.resolve("s/docs.jsonl"))).hasSize(1);
    assertThat(folder.resolve("s/queries.jsonl")).isEmptyFile();
    assertThat(folder.resolve("s/files/Old_Harbour.md")).doesNotExist();
  }

  @Test
  void theFilesOfTheSetsAreKnownByName() {
    assertThat(SquadSet.named("xquad.ru.json")).satisfies(set -> {
      assertThat(set.name()).isEqualTo("xquad-ru-a");
      assertThat(set.language()).isEqualTo("ru");
      assertThat(set.articles()).hasSize(20);
    });
    assertThat(SquadSet.named("dev-v2.0.json").articles()).hasSize(6);
    assertThat(SquadSet.named("mine.json")).isEqualTo(new SquadSet("mine", "en", Set.of()));
  }

  @Test
  void anAnswerThatIsntWhereItSaysIsAnError() throws IOException {
    Path wrong = file(FILE.replace("\"answer_start\": 0", "\"answer_start\": 3"));
    assertThatThrownBy(() -> new SquadSet("s", "en", Set.of()).write(wrong, folder)).isInstanceOf(IOException.class)
        .hasMessageContaining("q3");
    Path other = file("{\"rows\": []}");
    assertThatThrownBy(() -> new SquadSet("s", "en", Set.of()).write(other, folder)).isInstanceOf(IOException.class)
        .hasMessageContaining("no file of XQuAD or SQuAD");
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("source.json"), json);
  }
}
