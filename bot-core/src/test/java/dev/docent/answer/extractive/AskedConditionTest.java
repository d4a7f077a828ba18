package dev.docent.answer.extractive;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedConditionTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      can I use the shed as a workshop | If you want to use the shed for storing paint, ask the warden. | true
      can I store paint in the shed | If you want to store paint in the shed, ask the warden. | false
      what must I do to use the shed | If you want to use the shed for storing paint, ask the warden. | false
      can I use the shed as a workshop | The shed is no workshop. | false
      """)
  void whatHoldsUnderAConditionIsForWhoAskedUnderIt(String question, String sentence, boolean missing) {
    var view = new InMemoryIndexView(
        segment("a", "use the shed as a workshop for storing paint want store ask warden"));
    var terms = QueryTerms.of(Query.of(question), view, Language.ENGLISH);

    assertThat(new AskedCondition(question, terms, view).missing(sentence)).isEqualTo(missing);
  }
}
