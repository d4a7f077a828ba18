package dev.docent.shell.line;

import dev.docent.shell.line.CommandSpec.OptionSpec;
import dev.docent.shell.line.CommandSpec.OptionValue;
import dev.docent.shell.outcome.UsageException;
import dev.docent.shell.text.Printable;
import dev.docent.shell.text.TextResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands and options there are, and the words that explain them. */
public record Vocabulary(List<CommandSpec> commands) {

  /** The bot is a program of its own, which the launcher starts: none of the commands, but it is explained with them. */
  static final CommandSpec TELEGRAM = new CommandSpec("telegram", "Runs the Telegram bot.", "telegram", false, 0, "",
      "",
      List.of(new OptionSpec("rehearse", ' ', OptionValue.NONE, "try it here, without Telegram", "")));

  /** @param commands the classes whose annotated methods are commands */
  public static Vocabulary of(List<Class<?>> commands) {
    return new Vocabulary(
        Stream.concat(commands.stream().flatMap(CommandSpec::of), Stream.of(Completions.COMMAND)).toList());
  }

  public Optional<CommandSpec> command(String name) {
    String wanted = name.equals("exit") ? "quit" : name;
    return commands.stream().filter(c -> c.name().equals(wanted)).findFirst();
  }

  /** What is explained under a name: a command, or the bot. */
  Optional<CommandSpec> topic(String name) {
    return name.equals(TELEGRAM.name()) ? Optional.of(TELEGRAM) : command(name);
  }

  /** An option of any command, as it is written with its dashes. */
  Optional<OptionSpec> option(String written) {
    return commands.stream()
        .flatMap(c -> c.options().stream())
        .filter(o -> written.equals("--" + o.longName()) || written.equals("-" + o.shortName()))
        .findFirst();
  }

  /** The call of a command, once it is sure that it takes these options and words. */
  CommandCall call(CommandSpec command, Map<String, String> options, List<String> words) {
    List<String> known = command.options().stream().map(OptionSpec::longName).toList();
    var taken = new LinkedHashMap<>(options);
    if (!known.contains("json")) {
      taken.remove("json");
    }
    taken.keySet().stream().filter(o -> !known.contains(o)).findFirst().ifPresent(o -> {
      throw new UsageException(
          "'" + command.name() + "' takes no --" + o + ". Try: docent " + command.name() + " --help");
    });
    if (words.size() > command.maxWords()) {
      throw new UsageException("'" + command.name() + "' takes no '" + words.get(command.maxWords())
          + "'. To ask: docent ask QUESTION");
    }
    boolean instead = taken.containsKey(command.instead());
    if (instead && !words.isEmpty()) {
      throw new UsageException("'" + command.name() + "' takes words or --" + command.instead() + ", not both");
    }
    if (!instead && words.isEmpty() && !command.needed().isEmpty()) {
      throw new UsageException(
          "'" + command.name() + "' needs more: docent " + command.name() + " " + command.needed());
    }
    command.options()
        .stream()
        .filter(option -> !option.otherwise().isEmpty())
        .forEach(option -> taken.putIfAbsent(option.longName(), option.otherwise()));
    return new CommandCall(command.name(), taken, words);
  }

  String unknown(String word) {
    List<String> names = Stream.concat(commands.stream(), Stream.of(TELEGRAM)).map(CommandSpec::name).toList();
    Optional<String> near = names.stream()
        .filter(name -> name.startsWith(word) || word.startsWith(name))
        .findFirst()
        .or(() -> new Misspelling(word).of(names));
    return unknown(word, near) + " To ask: docent ask QUESTION; for help: docent --help";
  }

  private static String unknown(String word, Optional<String> meant) {
    return "no such command: " + Printable.line(word) + "."
        + meant.map(name -> " Did you mean '" + name + "'?").orElse("");
  }

  /** What to say of a word at the prompt that is nearly one of its commands; empty for one that isn't. */
  Optional<String> misspelt(String word) {
    List<String> names = Stream.concat(
        commands.stream().filter(c -> !c.equals(Completions.COMMAND)).map(CommandSpec::name), Stream.of("exit"))
        .toList();
    return new Misspelling(word).of(names)
        .map(name -> unknown(word, Optional.of(name)) + " To ask it as a question: ask " + word);
  }

  static String help() {
    return TextResource.of(Vocabulary.class, "help.txt");
  }

  /** Help for the command that is named, or for all. */
  public String help(List<String> words) {
    return words.isEmpty()
        ? help()
        : topic(words.getFirst()).map(this::help).orElseThrow(() -> new UsageException(unknown(words.getFirst())));
  }

  String help(CommandSpec command) {
    if (command.equals(TELEGRAM)) {
      return TextResource.of(Vocabulary.class, "telegram/help.txt");
    }
    var lines = new ArrayList<String>();
    lines.add("docent " + command.help());
    lines.add("");
    lines.add(command.description());
    if (!command.options().isEmpty()) {
      lines.add("");
    }
    command.options().forEach(o -> lines.add("  %-28s %s".formatted(o.shown(), o.description())));
    return Stream.concat(lines.stream(), Stream.of("")).collect(Collectors.joining("\n"));
  }
}
