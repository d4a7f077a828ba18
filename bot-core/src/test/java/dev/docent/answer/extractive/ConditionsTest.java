package dev.docent.answer.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  @Test
  void aNameThatNoDocumentHoldsIsUnmet() {
    assertThat(unmet("Who was the German ambassador?", term("German", "german", "german", false)))
        .contains("German");
  }

  @Test
  void aYearThatNoDocumentHoldsIsUnmet() {
    assertThat(unmet("who was ambassador in 1871?", term("1871", "1871", "1871", false))).contains("1871");
  }

  @Test
  void aCommonWordThatNoDocumentHoldsIsNoCondition() {
    assertThat(unmet("Who helmed the talks?", term("helmed", "helm", "helm", false))).isEmpty();
  }

  @Test
  void theFirstWordIsNoNameForItsCapital() {
    assertThat(unmet("Helmed by whom?", term("Helmed", "helm", "helm", false))).isEmpty();
  }

  @Test
  void aQuestionInCapitalsHasNoNames() {
    assertThat(unmet("WHO HELMED THE TALKS", term("HELMED", "helm", "helm", false))).isEmpty();
  }

  @Test
  void aMisspeltLongNameIsTheNameThatIsMeant() {
    assertThat(unmet("When did Litvinow negotiate?", term("Litvinow", "litvinow", "litvinov", true))).isEmpty();
  }

  @Test
  void aShortNameThatIsSpeltOtherwiseIsAnotherName() {
    assertThat(unmet("What is the capital of Iran?", term("Iran", "iran", "iraq", true))).contains("Iran");
  }

  @Test
  void aNameTwoLettersAwayIsAnotherName() {
    assertThat(unmet("What is the capital of Austria?", term("Austria", "austria", "australia", true)))
        .contains("Austria");
  }

  private static Optional<String> unmet(String question, QueryTerms.Own... own) {
    return Conditions.unmet(Query.of(question), new QueryTerms(List.of(own), List.of(), Language.ENGLISH));
  }

  private static QueryTerms.Own term(String word, String term, String meant, boolean known) {
    return new QueryTerms.Own(word, term, meant, 1, known);
  }
}
