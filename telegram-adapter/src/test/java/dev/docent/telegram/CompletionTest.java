package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shells' completion is made where the bot's options aren't known. */
class CompletionTest {

  @Test
  void bashOffersEveryOptionOfTheBotAndNoOther() throws IOException {
    String script = Files.readString(Path.of("..", "completions", "docent.bash"));
    List<String> offered = found("(?m)^    telegram\\) .*", script).stream()
        .flatMap(line -> found("--[a-z]+", line).stream())
        .toList();
    Arguments.Show help = (Arguments.Show) Arguments.parse("telegram", "--help");

    assertThat(found("--[a-z]+", help.text()).stream().distinct())
        .containsExactlyInAnyOrder("--rehearse", "--knowledge", "--model");
    assertThat(offered).containsExactly("--rehearse")
        .allSatisfy(option -> assertThat(Arguments.parse("telegram", option)).isInstanceOf(Arguments.Rehearse.class));
    assertThat(found("--[a-z]+", script)).contains("--knowledge", "--model");
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }
}
