package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** {@code docs/telegram.md} says of each scenario how it holds by polling and by webhook, by tests that there are. */
class ScenarioPageTest {
  private static final Path PAGE = Path.of("..", "docs", "telegram.md");
  private static final Pattern NAME = Pattern.compile("`([a-z.]*[A-Z]\\w*(?:Test|IT))(?:\\.([\\w…]+))?`");
  /** What has a webhook, or a column of its own for each way, without being told so by a parameter. */
  private static final Set<String> OF_THEMSELVES = Set.of("WebhookIT", "ProgramIT");

  /** A line of the table. */
  private record Scenario(int number, String polling, String webhook) {

    static Scenario of(String line) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      assertThat(cells).as(line).hasSize(7);
      return new Scenario(Integer.parseInt(cells.get(1)), cells.get(4), cells.get(5));
    }
  }

  private static List<Scenario> scenarios() throws IOException {
    return Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\| \\d+ \\|.*")).map(Scenario::of).toList();
  }

  /** The tests that are meant; all of the class where no method is named. */
  private static List<Method> meant(MatchResult name) {
    String method = name.group(2) == null ? "…" : name.group(2);
    Pattern wanted = Pattern.compile(Arrays.stream(method.split("…", -1))
        .map(Pattern::quote)
        .reduce((a, b) -> a + ".*" + b)
        .orElseThrow(), Pattern.CASE_INSENSITIVE);
    try {
      return Arrays.stream(Class.forName("dev.docent.telegram." + name.group(1)).getDeclaredMethods())
          .filter(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(ParameterizedTest.class))
          .filter(m -> wanted.matcher(m.getName()).matches())
          .toList();
    } catch (ClassNotFoundException e) {
      return List.of();
    }
  }

  @Test
  void eachScenarioHasItsLine() throws IOException {
    assertThat(scenarios()).extracting(Scenario::number)
        .hasSizeGreaterThanOrEqualTo(50)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, scenarios().size()).boxed().toList());
  }

  @Test
  void eachTestThatIsNamedIsThere() throws IOException {
    for (Scenario scenario : scenarios()) {
      for (String cell : List.of(scenario.polling(), scenario.webhook())) {
        assertThat(cell).as("scenario %d says how it holds, or why it can't arise", scenario.number()).isNotBlank();
        NAME.matcher(cell).results().forEach(name -> assertThat(meant(name)).as(name.group()).isNotEmpty());
      }
      assertThat(NAME.matcher(scenario.polling() + scenario.webhook()).find()).as("scenario %d", scenario.number())
          .isTrue();
    }
  }

  @Test
  void whatIsSaidToHoldByWebhookIsTriedByWebhook() throws IOException {
    for (Scenario scenario : scenarios()) {
      NAME.matcher(scenario.webhook())
          .results()
          .filter(name -> !OF_THEMSELVES.contains(name.group(1)))
          .forEach(name -> assertThat(meant(name)).as("scenario %d: %s", scenario.number(), name.group())
              .anyMatch(test -> List.of(test.getParameterTypes()).contains(Way.class)));
    }
  }
}
