package dev.docent.shell.line;

import dev.docent.ModelName;
import dev.docent.shell.line.CommandSpec.OptionSpec;
import dev.docent.shell.line.CommandSpec.OptionValue;
import dev.docent.shell.outcome.UsageException;
import dev.docent.shell.text.Printable;
import dev.docent.shell.text.TextResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scripts that complete what is typed after {@code docent} in a shell, filled in from the commands there are. */
public record Completions(List<CommandSpec> commands) {
  /** Prints them; of no use at the prompt, so none of its commands. */
  static final CommandSpec COMMAND = new CommandSpec("completion",
      "Prints a script that completes commands, options and files in a shell.", "completion bash|zsh|fish", false, 1,
      "SHELL",
      "", List.of());

  private static final Map<String, Function<Completions, String>> SHELLS = Map.of("bash", Completions::bash, "zsh",
      Completions::zsh, "fish", Completions::fish);

  static Completions of(Vocabulary vocabulary) {
    return new Completions(Stream
        .concat(vocabulary.commands().stream().filter(c -> !c.promptOnly()), Stream.of(Vocabulary.TELEGRAM))
        .toList());
  }

  /** @throws UsageException if there is none for this shell */
  String script(String shell) {
    Function<Completions, String> script = SHELLS.get(shell);
    if (script == null) {
      throw new UsageException("there is no completion for '" + Printable.line(shell) + "'. Try: docent "
          + COMMAND.help());
    }
    return script.apply(this);
  }

  private String bash() {
    return filled("completion.bash", Map.of("FILE_OPTIONS", written(" | ", OptionValue.FILE), "NUMBER_OPTIONS",
        written(" | ", OptionValue.NUMBER), "OPTIONS", lines(c -> !c.options().isEmpty(), c -> "    " + c.name()
            + ") printf '%s\\n'" + c.options().stream().map(o -> " --" + o.longName()).collect(Collectors.joining())
            + " ;;"),
        "FILE_COMMANDS", named(takesFile(), name -> "*:" + name, " | "), "COMMANDS",
        named(c -> true, name -> name, " ")));
  }

  private String zsh() {
    return filled("completion.zsh", Map.of("COMMANDS",
        lines(c -> true, c -> "    '" + c.name() + ":" + quoted(c.summary(), "'\\''") + "'"), "OPTIONS",
        lines(c -> !c.equals(COMMAND) && !c.name().equals("help"), this::zshOptions), "WHOLE_MODELS",
        models(m -> !m.endsWith(":")), "BEGUN_MODELS",
        models(m -> m.endsWith(":"))));
  }

  private String zshOptions(CommandSpec command) {
    var parts = new ArrayList<String>();
    for (OptionSpec option : command.options()) {
      String described = "[" + quoted(option.description(), "'\\''").replace("]", "\\]") + "]"
          + switch (option.value()) {
            case NONE -> "";
            case NUMBER -> ":number: ";
            case FILE -> ":file:_files";
          };
      if (option.shortName() != ' ') {
        parts.add("'-" + option.shortName() + described + "'");
      }
      parts.add("'--" + option.longName() + (option.value() == OptionValue.NONE ? "" : "=") + described + "'");
    }
    if (takesFile().test(command)) {
      parts.add("'1:file:_files'");
    }
    return "        " + command.name() + ") _arguments -S : $common " + String.join(" ", parts) + " ;;";
  }

  private String fish() {
    String lines = commands.stream().flatMap(this::fishLines).collect(Collectors.joining("\n"));
    return filled("completion.fish", Map.of("COMMANDS", lines));
  }

  private Stream<String> fishLines(CommandSpec command) {
    String there = "complete -c docent -n '__docent_command " + command.name() + "' ";
    Stream<String> name = Stream.of("complete -c docent -n __docent_command -a " + command.name() + " -d '"
        + quoted(command.summary(), "\\'") + "'");
    Stream<String> options = command.options()
        .stream()
        .map(o -> there + (o.shortName() == ' ' ? "" : "-s " + o.shortName() + " ") + "-l " + o.longName()
            + switch (o.value()) {
              case NONE -> "";
              case NUMBER -> " -x";
              case FILE -> " -rF";
            } + " -d '" + quoted(o.description(), "\\'") + "'");
    Stream<String> words = takesFile().test(command) ? Stream.of(there + "-F") : Stream.empty();
    return Stream.concat(name, Stream.concat(options, words));
  }

  private static Predicate<CommandSpec> takesFile() {
    return c -> c.needed().equals("FILE");
  }

  private String lines(Predicate<CommandSpec> which, Function<CommandSpec, String> line) {
    return commands.stream().filter(which).map(line).collect(Collectors.joining("\n"));
  }

  private String named(Predicate<CommandSpec> which, Function<String, String> written, String between) {
    return commands.stream().filter(which).map(CommandSpec::name).map(written).collect(Collectors.joining(between));
  }

  private String written(String between, OptionValue taken) {
    return commands.stream()
        .flatMap(c -> c.options().stream())
        .filter(option -> option.value() == taken)
        .flatMap(o -> o.shortName() == ' '
            ? Stream.of("--" + o.longName())
            : Stream.of("--" + o.longName(), "-" + o.shortName()))
        .distinct()
        .collect(Collectors.joining(between));
  }

  /** What the names of models begin with: openai:MODEL is begun with openai: and ended by who types it. */
  public static List<String> modelNames() {
    return ModelName.forms().stream().map(form -> form.replace("MODEL", "")).toList();
  }

  private static String models(Predicate<String> which) {
    return modelNames().stream().filter(which).collect(Collectors.joining(" "));
  }

  private static String quoted(String text, String quote) {
    return text.replace("\\", "\\\\").replace("'", quote);
  }

  private String filled(String name, Map<String, String> values) {
    var all = new HashMap<>(values);
    all.put("MODELS", models(m -> true));
    all.put("TOPICS", named(c -> true, topic -> topic, " "));
    String text = TextResource.of(Completions.class, name);
    for (Map.Entry<String, String> value : all.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    return text;
  }
}
