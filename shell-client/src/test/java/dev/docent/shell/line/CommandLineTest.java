package dev.docent.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.shell.command.CommandList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @Test
  void wordsReachTheCommandUnchanged() {
    assertThat(parse("ask", "What's", "\"this\"?", "#1", "\\n!", "Кто", "-5", "-"))
        .isEqualTo(run("ask", Map.of(), "What's", "\"this\"?", "#1", "\\n!", "Кто", "-5", "-"));
  }

  @Test
  void commonOptionsStandAnywhereBeforeTheDashes() {
    var expected = new Invocation.Run(new CommandCall("ask", Map.of("json", "true"), List.of("who")),
        Map.of("docent.knowledge", "/k", "docent.model", "openai:gpt"));

    assertThat(parse("--knowledge", "/k", "--model=openai:gpt", "--json", "ask", "who")).isEqualTo(expected);
    assertThat(parse("ask", "who", "--json", "--model", "openai:gpt", "--knowledge=/k")).isEqualTo(expected);
    assertThat(parse("ask", "--", "who", "--json")).isEqualTo(run("ask", Map.of(), "who", "--json"));
  }

  @Test
  void shortOptionsAreTheirLongOnes() {
    assertThat(parse("search", "-k", "3", "treaty")).isEqualTo(run("search", Map.of("limit", "3"), "treaty"));
    assertThat(parse("search", "treaty", "-k=3")).isEqualTo(run("search", Map.of("limit", "3"), "treaty"));
  }

  @Test
  void anOptionThatIsNotGivenHasItsDefault() {
    assertThat(parse("search", "treaty")).isEqualTo(run("search", Map.of("limit", "5"), "treaty"));
  }

  @Test
  void aDashIsAFileName() {
    assertThat(parse("ask", "--batch", "-")).isEqualTo(run("ask", Map.of("batch", "-")));
  }

  @Test
  void noCommandIsAConversation() {
    assertThat(parse("--json", "--knowledge", "/k"))
        .isEqualTo(new Invocation.Converse(true, Map.of("docent.knowledge", "/k")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {"ask what --nope is; no such option: --nope",
      "ask -x y; no such option: -x",
      "frobnicate now; no such command: frobnicate", "relo; Did you mean 'reload'",
      "relaod; Did you mean 'reload'", "serach x; Did you mean 'search'", "telegarm; Did you mean 'telegram'",
      "search -k many x; -k takes a number",
      "search x --min-correct 3; 'search' takes no --min-correct", "ask x --knowledge; --knowledge needs a value",
      "ask x --knowledge --json; --knowledge needs a value", "--model gpt ask x; --model: the model 'gpt' is unknown",
      "documents all; 'documents' takes no 'all'", "ask; 'ask' needs more: docent ask QUESTION",
      "completion tcsh; no completion for 'tcsh'. Try: docent completion bash|zsh|fish",
      "completion; 'completion' needs more: docent completion SHELL", "eval; 'eval' needs more: docent eval FILE",
      "search --json; 'search' needs more",
      "ask --batch f why; not both", "help frob; no such command", "--batch f; --batch needs its command"})
  void misuseIsNamed(String line, String message) {
    assertThat(parse(line.split(" "))).isInstanceOfSatisfying(Invocation.Misuse.class,
        misuse -> assertThat(misuse.message()).contains(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "search", "documents", "reload", "eval", "doctor", "why", "new", "model", "help",
      "quit", "completion"})
  void everyCommandExplainsItself(String command) {
    assertThat(parse(command, "--help")).isInstanceOfSatisfying(Invocation.Show.class,
        show -> assertThat(show.text()).startsWith("docent " + command));
    assertThat(Vocabulary.help()).contains(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "search", "documents", "reload", "eval", "gaps", "doctor", "why", "new", "model",
      "help", "quit", "exit", "completion"})
  void helpForACommandIsWhatTheCommandSaysOfItself(String command) {
    assertThat(parse("help", command)).isInstanceOf(Invocation.Show.class).isEqualTo(parse(command, "--help"));
  }

  @Test
  void helpForTheBotIsWhatTheBotSaysOfItself() throws IOException {
    Path said = Path.of("..", "telegram-adapter/src/main/resources/dev/docent/telegram/help.txt");

    assertThat(parse("help", "telegram")).isEqualTo(new Invocation.Show(Files.readString(said)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--version", "--json --help"})
  void whatIsShownWithoutACommandNeedsNoVocabulary(String line) {
    assertThat(CommandLine.parse(() -> {
      throw new AssertionError("asked for");
    }, line.split(" "))).isInstanceOf(Invocation.Show.class);
  }

  @Test
  void helpFitsOneScreen() {
    assertThat(Vocabulary.help().lines()).hasSizeLessThanOrEqualTo(30)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(112));
  }

  private static Invocation parse(String... arguments) {
    return CommandLine.parse(CommandList.vocabulary(), arguments);
  }

  private static Invocation run(String command, Map<String, String> options, String... words) {
    return new Invocation.Run(new CommandCall(command, options, List.of(words)), Map.of());
  }
}
