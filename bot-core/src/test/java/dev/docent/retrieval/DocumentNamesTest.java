package dev.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("it measures")
class DocumentNamesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      What does the handbook say about leave? | handbook.md | Working here
      How long is the notice according to minutes-march.txt? | 2024/minutes-march.txt | ''
      Who is thanked in the minutes of March? | 2024/minutes-march.txt | ''
      What is in the harbour rules about engines? | a7.txt | Harbour Rules
      What do the contracts folder's papers say, in the contracts folder? | contracts/a7.txt | ''
      Was steht laut Satzung über Gäste? | satzung.pdf | ''
      """)
  void aDocumentIsNamedByItsFileItsTitleOrItsFolder(String question, String id, String title) {
    assertThat(DocumentNames.in(question).include(id, title)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      How much leave do I get? | handbook.md | Working here
      What changed in report 7? | report-8.md | ''
      Who lives in the house by the harbour where rules are strict? | a7.txt | The Harbour Rules of 1933 and later
      What is in it? | it.md | ''
      """)
  void whatOnlySharesWordsIsNotNamed(String question, String id, String title) {
    assertThat(DocumentNames.in(question).include(id, title)).isFalse();
  }

  @Test
  @Timeout(10)
  void aQuestionFullOfNamesIsHeldAgainstTenThousandDocumentsAtOnce() {
    var names = DocumentNames.in(IntStream.range(0, 230)
        .mapToObj(i -> "in the report " + i)
        .reduce("", (all, next) -> all + next + " "));

    assertThat(IntStream.range(0, 10_000).filter(i -> names.include("reports/report-" + i + ".md", "Report " + i)))
        .hasSize(230);
  }

  @Test
  void knowsANameInWhicheverFormTheDiskHasIt() {
    String apart = java.text.Normalizer.normalize("M\u00FChle \u2013 \u0451lka.md", java.text.Normalizer.Form.NFD);
    assertThat(DocumentNames.in("Was steht in m\u00FChle \u2013 \u0451lka.md?").include(apart, "x")).isTrue();
    assertThat(
        DocumentNames.in(java.text.Normalizer.normalize("Was steht in m\u00FChle.md?", java.text.Normalizer.Form.NFD))
            .include("M\u00FChle.md", "x"))
        .isTrue();
  }
}
