package dev.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import org.junit.jupiter.api.Test;

class RankingWeightsTest {

  @Test
  void countsVectorsOnlyInLanguagesTheModelKnows() {
    assertThat(RankingWeights.of(Language.ENGLISH, true).vectors()).isPositive();
    assertThat(RankingWeights.of(Language.RUSSIAN, false).vectors()).isZero();
    assertThat(RankingWeights.of(Language.OTHER, true).vectors()).isZero();
  }

  @Test
  void alwaysCountsWords() {
    for (Language language : Language.values()) {
      assertThat(RankingWeights.of(language, true).words()).isPositive();
      assertThat(RankingWeights.of(language, false).words()).isPositive();
    }
  }
}
