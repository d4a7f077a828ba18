package dev.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import dev.docent.retrieval.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void keepsTheClauseThatAnswersAndLeavesOutWhatFollows() {
    String shown = excerpt("When was the harbour bridge opened?", "1932",
        "The harbour bridge of the old town was opened in 1932 after eight years of building, while the ferries that had "
            + "carried the people across the water for a century went on for two more summers, and their piers were sold "
            + "to a company from the other shore.");
    assertThat(shown)
        .isEqualTo("The harbour bridge of the old town was opened in 1932 after eight years of building, …");
  }

  @Test
  void keepsWhoSaysItAndWhatDenies() {
    String shown = excerpt("When was the harbour bridge opened?", "1932",
        "According to the company that built it, the harbour bridge of the old town was opened in 1932 after many years, "
            + "which the engineer's own family denied, while the ferries that had carried the people across the water for a "
            + "century went on for two more summers and longer.");
    assertThat(shown).startsWith("According to the company").contains("1932").endsWith("own family denied, …");
  }

  @Test
  void leavesASentenceWholeThatIsReadAtAGlance() {
    String text = "The harbour bridge was opened in 1932, while the ferries went on.";
    assertThat(excerpt("When was the harbour bridge opened?", "1932", text)).isEqualTo(text);
  }

  @Test
  void leavesASentenceWholeInWhichNothingIsMarked() {
    String text = "The harbour bridge of the old town was opened after eight years of building, ".repeat(4)
        + "at last.";
    assertThat(excerpt("When was the harbour bridge opened?", "", text)).isEqualTo(text);
  }

  private static String excerpt(String question, String marked, String text) {
    Segment segment = InMemoryIndexView.segment("bridge.md", text);
    var view = new InMemoryIndexView(segment);
    var sentence = new RankedSentence(new Passage(segment, 1, 0, Standing.NONE, Standing.NONE),
        new TextRange(0, text.length()), List.of(), 0, List.of(), marked, false);
    return Excerpt.of(sentence, marked, QueryTerms.of(Query.of(question), view, Language.ENGLISH), view);
  }
}
