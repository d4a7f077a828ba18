package dev.docent.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {

  @Test
  void refusesATextWithOtherPlaceholdersThanExpected() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PromptTemplate("p", "{{a}} {{c}}", Set.of("a", "b")))
        .withMessage("the prompt p has the placeholders [a, c] instead of [a, b]");
  }

  @Test
  void refusesAMissingResource() {
    assertThatIllegalArgumentException().isThrownBy(() -> PromptTemplate.load("nothing.txt"))
        .withMessageContaining("nothing.txt");
  }

  @Test
  void leavesPlaceholdersInsideValuesAlone() {
    var template = new PromptTemplate("p", "{{a}}-{{b}}", Set.of("a", "b"));
    assertThat(template.fill(Map.of("a", "{{b}} $1 \\", "b", "x"))).isEqualTo("{{b}} $1 \\-x");
  }

  @Test
  void refusesValuesForOtherPlaceholders() {
    var template = new PromptTemplate("p", "{{a}}", Set.of("a"));
    assertThatIllegalArgumentException().isThrownBy(() -> template.fill(Map.of("b", "x")));
  }
}
