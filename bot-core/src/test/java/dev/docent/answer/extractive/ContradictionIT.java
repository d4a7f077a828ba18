package dev.docent.answer.extractive;

import static dev.docent.index.IndexContents.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Evidence;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import dev.docent.retrieval.RetrieverRank;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionIT {
  private final Path folder;

  ContradictionIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      When did the Norwegian consul arrive? | In May the Danish consul arrived. The Norwegian consul left. | In May the Danish consul arrived. | true
      When did the Danish consul arrive? | In May the Danish consul arrived. The Norwegian consul left. | In May the Danish consul arrived. | false
      When was the second lighthouse built? | The first lighthouse was built in 1830, the second lighthouse later. | The first lighthouse was built in 1830. | true
      When was the first lighthouse built? | The first lighthouse was built in 1830, the second lighthouse later. | The first lighthouse was built in 1830. | false
      Who ran the mill in 1936? | Carl Berg ran the mill in 1933. | Carl Berg ran the mill in 1933. | true
      Who ran the mill in 1933? | Carl Berg ran the mill in 1933. | Carl Berg ran the mill in 1933. | false
      Where is the key of the north gate? | The key of the east gate hangs in the office. | The key of the east gate hangs in the office. | true
      Where is the key of the east gate? | The key of the east gate hangs in the office. | The key of the east gate hangs in the office. | false
      """)
  void whatIsSaidOfAnotherIsNoAnswer(String question, String text, String sentence, boolean contradicted) {
    try (SegmentIndex index = LuceneSegmentIndex.open(folder, language -> false)) {
      put(index, Language.ENGLISH, text);
      try (IndexView view = index.acquire()) {
        Segment segment = view.segments("0.md").getFirst();
        var evidence = new Evidence(List.of(new Passage(segment, 1, 0, RetrieverRank.NONE, RetrieverRank.NONE)), view);
        var terms = QueryTerms.of(Query.of(question), view, Language.ENGLISH);

        assertThat(new Contradiction(question, terms, evidence).by(segment, sentence)).isEqualTo(contradicted);
      }
    }
  }
}
