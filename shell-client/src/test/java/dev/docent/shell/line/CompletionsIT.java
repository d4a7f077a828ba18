package dev.docent.shell.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docent.shell.command.CommandList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts complete, asked of the shells themselves. */
class CompletionsIT {
  private static final Path SCRIPTS = Path.of("..", "completions").toAbsolutePath().normalize();

  // As bash calls a completion function: the words are split where bash splits them.
  private static final String BASH = """
      source "$1"; shift
      eval "$(complete -p docent | sed 's/.*-F \\([^ ]*\\).*/completed() { \\1; }/')"
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
      completed
      for reply in "${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done
      """;

  private final Path folder;

  CompletionsIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("my papers/1933"));
    Files.createDirectory(folder.resolve("mars"));
    Files.createFile(folder.resolve("mine.jsonl"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"docent se | search",
      "docent '' | ask,search,documents,reload,eval,gaps,doctor,help,completion,telegram", "docent --json ev | eval",
      "docent --knowledge mars do | documents,doctor", "docent documents --j | --json",
      "docent gaps --cl | --clear", "docent search - | --limit,--json,--knowledge,--model,--help",
      "docent --v | --version", "docent --model o | offline,openai:,ollama:",
      "docent --model = o | offline,openai:,ollama:",
      "docent --model openai : gp | nothing", "docent ask --model g | gemini:", "docent --knowledge m | my papers,mars",
      "docent --knowledge = m | my papers,mars", "docent --knowledge my\\·papers/ | my papers/1933",
      "docent eval m | my papers,mars,mine.jsonl", "docent ask --batch mi | mine.jsonl",
      "docent eval q.jsonl --against mi | mine.jsonl", "docent search -k '' | nothing", "docent ask m | nothing",
      "docent ask -- --j | nothing", "docent help do | documents,doctor", "docent completion '' | bash,zsh,fish",
      "docent telegram --r | --rehearse", "./docent telegram --r | --rehearse"})
  void bashIsToldWhatFits(String typed, String offered) throws Exception {
    assertThat(bash(typed.split(" "))).containsExactlyInAnyOrder(
        offered.equals("nothing") ? new String[0] : offered.split(","));
  }

  @Test
  void everyCommandBashOffersIsUnderstood() throws Exception {
    assertThat(bash("docent", "''")).isNotEmpty().allSatisfy(command -> {
      if (!command.equals("telegram")) {
        assertThat(CommandList.vocabulary().command(command)).isPresent();
      }
    });
  }

  @Test
  void everyOptionBashOffersIsTakenByItsCommand() throws Exception {
    for (CommandSpec command : Completions.of(CommandList.vocabulary()).commands()) {
      if (!command.name().equals("telegram")) {
        assertThat(bash("docent", command.name(), "--")).contains("--help").allSatisfy(option -> {
          String value = option.equals("--model") ? "offline" : "1";
          Invocation alone = CommandLine.parse(CommandList.vocabulary(), command.name(), option, "--help");
          Invocation valued = CommandLine.parse(CommandList.vocabulary(), command.name(), option, value, "--help");
          assertThat(Stream.of(alone, valued)).hasAtLeastOneElementOfType(Invocation.Show.class);
        });
      }
    }
  }

  @Test
  void fishIsToldWhatFits() throws Exception {
    assumeTrue(installed("fish"), "fish is not installed");

    assertThat(fish("docent se")).containsExactly("search");
    assertThat(fish("docent --model=an")).containsExactly("--model=anthropic:");
    assertThat(fish("docent --knowledge 'my papers' ev")).containsExactly("eval");
    assertThat(fish("docent eval mi")).containsExactly("mine.jsonl");
    assertThat(fish("docent ask -- --j")).isEmpty();
  }

  @Test
  void zshFindsNoMistake() throws Exception {
    assumeTrue(installed("zsh"), "zsh is not installed");

    assertThat(run("zsh", "-f", "-n", SCRIPTS.resolve("docent.zsh").toString())).isEmpty();
  }

  private List<String> bash(String... words) throws Exception {
    var command = new ArrayList<>(
        List.of("bash", "--norc", "-c", BASH, "bash", SCRIPTS.resolve("docent.bash").toString()));
    Stream.of(words).map(word -> word.equals("''") ? "" : word.replace('·', ' ')).forEach(command::add);
    return run(command.toArray(String[]::new));
  }

  private List<String> fish(String typed) throws Exception {
    return run("fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]",
        SCRIPTS.resolve("docent.fish").toString(), typed).stream().map(line -> line.split("\t")[0]).toList();
  }

  private static boolean installed(String shell) throws Exception {
    return new ProcessBuilder("bash", "-c", "command -v " + shell).redirectErrorStream(true).start().waitFor() == 0;
  }

  /** The lines that are written, to whichever stream. */
  private List<String> run(String... command) throws Exception {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    process.waitFor();
    return lines;
  }
}
