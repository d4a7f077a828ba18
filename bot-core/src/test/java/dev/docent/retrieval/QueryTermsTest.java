package dev.docent.retrieval;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.index.InMemoryIndexView;
import dev.docent.index.WeightedTerm;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTermsTest {
  private static final InMemoryIndexView VIEW = new InMemoryIndexView(segment("a", "The harbour holds boats."),
      segment("b", "Nets dry. What does who do?"));

  @Test
  void leavesQuestionWordsOut() {
    assertThat(terms(Query.of("Who can tell me what the harbour holds?"))).containsExactly("harbour", "holds");
  }

  @Test
  void keepsThemWhenThereIsNothingElse() {
    assertThat(terms(Query.of("what does who do"))).isNotEmpty();
  }

  @Test
  void knowsWhatTheIndexHolds() {
    QueryTerms query = QueryTerms.of(Query.of("harbour tulips"), VIEW, Language.ENGLISH);
    assertThat(query.own()).extracting(QueryTerms.Own::known).containsExactly(true, false);
    assertThat(query.own().getLast().idf()).isGreaterThan(query.own().getFirst().idf());
    assertThat(query.matched()).extracting(WeightedTerm::text).containsExactly("harbour");
  }

  @Test
  void countsCarriedWordsLessAndOnlyOnce() {
    var query = new Query("and boats?", "boats", List.of("harbour boats", "harbour"));
    QueryTerms terms = QueryTerms.of(query, VIEW, Language.ENGLISH);
    assertThat(terms.matched()).extracting(WeightedTerm::text).containsExactly("boats", "harbour");
    assertThat(terms.matched().getFirst().weight()).isEqualTo(1);
    assertThat(terms.matched().getLast().weight()).isBetween(0.1, 0.9);
  }

  @Test
  void isEmptyForAQuestionWithoutWords() {
    assertThat(QueryTerms.of(Query.of("?"), VIEW, Language.ENGLISH).own()).isEmpty();
  }

  private static List<String> terms(Query query) {
    return QueryTerms.of(query, VIEW, Language.ENGLISH).own().stream().map(QueryTerms.Own::term).toList();
  }
}
