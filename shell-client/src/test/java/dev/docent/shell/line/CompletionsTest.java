package dev.docent.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.shell.command.CommandList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionsTest {
  private static final Completions COMPLETIONS = Completions.of(CommandList.vocabulary());

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theShippedScriptsAreWhatTheCommandsSay(String shell) throws IOException {
    assertThat(Path.of("..", "completions", "docent." + shell))
        .as("renew it: ./docent completion %1$s > completions/docent.%1$s", shell)
        .content()
        .isEqualTo(COMPLETIONS.script(shell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void nothingIsLeftToFillIn(String shell) {
    assertThat(COMPLETIONS.script(shell)).doesNotContainPattern("@[A-Z_]+@");
  }

  @Test
  void everyCommandOfHelpIsCompletedAndNoneOfThePromptsOwn() {
    String outside = Vocabulary.help().split("At the prompt also", 2)[0];
    List<String> shown = found("(?m)^  ([a-z]+) {1,}[A-Z\\[ ]", outside);

    assertThat(COMPLETIONS.commands()).extracting(CommandSpec::name)
        .containsAll(shown)
        .doesNotContain("why", "new", "model", "quit");
    assertThat(shown).contains("ask", "telegram", "completion");
  }

  @Test
  void everyOptionOfHelpIsCompleted() {
    String script = COMPLETIONS.script("bash");

    assertThat(found("(--[a-z]+)\\b", Vocabulary.help())).hasSizeGreaterThan(8)
        .filteredOn(option -> !option.equals("--min"))
        .allSatisfy(option -> assertThat(script).contains(" " + option));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
  }
}
