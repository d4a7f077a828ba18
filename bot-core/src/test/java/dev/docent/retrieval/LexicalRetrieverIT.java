package dev.docent.retrieval;

import static dev.docent.index.IndexContents.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexicalRetrieverIT {
  private final SegmentIndex index;

  LexicalRetrieverIT(@TempDir Path folder) {
    index = LuceneSegmentIndex.open(folder, language -> false);
  }

  @BeforeEach
  void fill() {
    put(index, Language.ENGLISH, "Anna Petersen built the lighthouse in 1933.",
        "What does the keeper do at night? He does what he can.", "The harbour has forty boats.",
        "Nets are dried on the southern beach.");
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void findsTheDocumentByOneKeyword() {
    assertThat(found("lighthouse")).containsExactly("0.md");
    assertThat(found("LIGHTHOUSE")).containsExactly("0.md");
    assertThat(found("1933")).containsExactly("0.md");
  }

  @Test
  void findsItInSpiteOfATypingMistake() {
    assertThat(found("who built the lighthuose")).first().isEqualTo("0.md");
    assertThat(found("Peterson")).containsExactly("0.md");
    assertThat(found("harbor boats")).first().isEqualTo("2.md");
  }

  @Test
  void doesNotCountQuestionWords() {
    assertThat(found("What does the harbour have, tell me please?")).first().isEqualTo("2.md");
    assertThat(found("what does the harbour do")).doesNotContain("1.md");
  }

  @Test
  void findsNothingForStrangeWords() {
    assertThat(found("quantum chromodynamics")).isEmpty();
    assertThat(found("")).isEmpty();
    assertThat(found("?!")).isEmpty();
  }

  @Test
  void doesNotTakeNumbersForMisspelt() {
    assertThat(found("1934")).isEmpty();
  }

  @Test
  void countsCarriedWordsLessThanItsOwn() {
    var query = new Query("and boats?", "boats", List.of("lighthouse"));
    assertThat(found(query)).startsWith("2.md").contains("0.md");
  }

  @Test
  void ranksFromOneAndBestFirst() {
    try (IndexView view = index.acquire()) {
      List<Passage> passages = new LexicalRetriever().retrieve(Query.of("boats nets beach"), view, 5);
      assertThat(passages).extracting(Passage::rank).containsExactly(1, 2);
      assertThat(passages.getFirst().segment().documentId()).isEqualTo("3.md");
      assertThat(passages.getFirst().score()).isGreaterThan(passages.getLast().score());
    }
  }

  @Test
  void answersTheLongestQuestionThereIs() {
    assertThat(found("lighthouse " + "ab cd ".repeat(600) + "harbour")).hasSize(2);
  }

  private List<String> found(String question) {
    return found(Query.of(question));
  }

  private List<String> found(Query query) {
    try (IndexView view = index.acquire()) {
      return new LexicalRetriever().retrieve(query, view, 5)
          .stream()
          .map(passage -> passage.segment().documentId())
          .toList();
    }
  }
}
