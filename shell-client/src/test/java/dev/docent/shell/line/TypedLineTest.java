package dev.docent.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.shell.command.CommandList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLineTest {
  private final TypedLine lines = new TypedLine(CommandList.vocabulary());

  @ParameterizedTest
  @ValueSource(strings = {"What's \"this\" #1? \\ !", "it's", "who -- if anyone -- won", "help me understand",
      "documents signed in 1933", "new treaties?", "why did he go", "quit India movement", "reload the gun how?",
      "model T was built when?", "exit polls: who won?", "completion date?", "completion", "/etc/passwd", "--json",
      "Кто был первым послом?"})
  void whatNamesNoCommandIsAQuestionUnchanged(String line) {
    assertThat(lines.read("  " + line + " ")).isEqualTo(run("ask", Map.of(), line));
  }

  @ParameterizedTest
  @CsvSource({"why, why", "/new, new", "exit, quit", "/quit, quit", "documents, documents", "help, help"})
  void aCommandIsACommandWithOrWithoutSlash(String line, String command) {
    switch (lines.read(line)) {
      case Invocation.Run run -> assertThat(run.call().command()).isEqualTo(command);
      case Invocation.Show show -> assertThat(command).isEqualTo("help");
      case Invocation.Misuse misuse -> throw new AssertionError(misuse.message());
      case Invocation.Converse converse -> throw new AssertionError(line);
    }
  }

  @Test
  void commandsTakeTheirOptions() {
    assertThat(lines.read("search treaty of -k 3")).isEqualTo(run("search", Map.of("limit", "3"), "treaty", "of"));
    assertThat(lines.read("documents --json")).isEqualTo(run("documents", Map.of("json", "true")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "reload", "why", "completion", "telegram"})
  void helpForACommandIsShownWhicheverWayItIsAskedFor(String command) {
    assertThat(lines.read("help " + command)).isInstanceOfSatisfying(Invocation.Show.class,
        shown -> assertThat(shown.text()).startsWith("docent " + command));
    assertThat(lines.read(command + " --help")).isEqualTo(lines.read("help " + command));
    assertThat(lines.read("/" + command + " -h")).isEqualTo(lines.read("help " + command));
  }

  @Test
  void whatIsForTheStartIsRefused() {
    assertThat(lines.read("ask who --model offline")).isInstanceOf(Invocation.Misuse.class);
    assertThat(lines.read("/documents all")).isInstanceOf(Invocation.Misuse.class);
  }

  @ParameterizedTest
  @CsvSource({"relaod, reload", "documnets, documents", "/relaod, reload", "Reload, reload", "serach, search",
      "document, documents", "hlep, help", "gasp, gaps", "wyh, why", "exti, exit", "moddel, model"})
  void aWordThatIsNearlyACommandIsNotAsked(String line, String command) {
    assertThat(lines.read(line)).isInstanceOfSatisfying(Invocation.Misuse.class,
        misuse -> assertThat(misuse.message()).isEqualTo("no such command: " + line.replace("/", "")
            + ". Did you mean '" + command + "'? To ask it as a question: ask " + line.replace("/", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relaod?", "stations", "status", "contracts", "who", "news", "now", "task", "way",
      "Bullitt", "Why…", "relaod it", "1933", "посол", "telegrams", "completions"})
  void anyOtherWordIsAQuestion(String line) {
    assertThat(lines.read(line)).isEqualTo(run("ask", Map.of(), line));
  }

  @Test
  void aNearMissCanBeAskedAllTheSame() {
    assertThat(lines.read("ask relaod")).isEqualTo(run("ask", Map.of(), "relaod"));
  }

  @Test
  void aLoneSlashIsAQuestion() {
    assertThat(lines.read("/")).isEqualTo(run("ask", Map.of(), "/"));
  }

  private static Invocation run(String command, Map<String, String> options, String... words) {
    return new Invocation.Run(new CommandCall(command, options, List.of(words)), Map.of());
  }
}
