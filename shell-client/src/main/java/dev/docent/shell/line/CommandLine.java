package dev.docent.shell.line;

import dev.docent.ModelName;
import dev.docent.shell.line.CommandSpec.OptionSpec;
import dev.docent.shell.line.CommandSpec.OptionValue;
import dev.docent.shell.outcome.UsageException;
import dev.docent.shell.text.VersionText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Understands the words of one command line. For one use. */
public final class CommandLine {
  private final Supplier<Vocabulary> vocabularies;
  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();
  private @Nullable CommandSpec command;
  private boolean help;
  private boolean version;

  private @Nullable Vocabulary vocabulary;

  private CommandLine(Supplier<Vocabulary> vocabularies) {
    this.vocabularies = vocabularies;
  }

  /** What the arguments of the process ask for. */
  public static Invocation parse(Vocabulary vocabulary, String... arguments) {
    return parse(() -> vocabulary, arguments);
  }

  /** The same; general help and the version are shown without asking for the vocabulary. */
  public static Invocation parse(Supplier<Vocabulary> vocabularies, String... arguments) {
    try {
      var line = new CommandLine(vocabularies);
      line.read(new ArrayDeque<>(Arrays.asList(arguments)));
      return line.invocation();
    } catch (UsageException e) {
      return new Invocation.Misuse(String.valueOf(e.getMessage()));
    }
  }

  private void read(Deque<String> arguments) {
    boolean open = true;
    while (!arguments.isEmpty()) {
      String word = arguments.removeFirst();
      if (open && word.equals("--")) {
        open = false;
      } else if (open && isOption(word)) {
        option(word, arguments);
      } else if (command == null) {
        command = vocabulary().command(word).orElseThrow(() -> new UsageException(vocabulary().unknown(word)));
      } else {
        words.add(word);
      }
    }
  }

  // A dash alone is standard input, and -5 is a number.
  private static boolean isOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-' && !Character.isDigit(word.charAt(1));
  }

  private void option(String word, Deque<String> rest) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    @Nullable
    String value = equals < 0 ? null : word.substring(equals + 1);
    switch (name) {
      case "--help", "-h" -> help = true;
      case "--version" -> version = true;
      case "--json" -> options.put("json", "true");
      case "--knowledge" -> settings.put("docent.knowledge", value(name, "DIR", value, rest));
      case "--model" -> settings.put("docent.model", model(value(name, "NAME", value, rest)));
      default -> ownOption(name, value, rest);
    }
  }

  private void ownOption(String name, @Nullable String value, Deque<String> rest) {
    OptionSpec spec = vocabulary().option(name)
        .orElseThrow(() -> new UsageException(
            "no such option: " + name + ". Put -- before words that begin with a dash. " + seeHelp()));
    String given = switch (spec.value()) {
      case NONE -> "true";
      case NUMBER -> value(name, "N", value, rest);
      case FILE -> value(name, "FILE", value, rest);
    };
    if (spec.value() == OptionValue.NUMBER && !given.matches("\\d{1,9}")) {
      throw new UsageException(name + " takes a number, not '" + given + "'");
    }
    options.put(spec.longName(), given);
  }

  private static String value(String name, String what, @Nullable String value, Deque<String> rest) {
    String given = value != null || rest.isEmpty() || isOption(rest.getFirst()) ? value : rest.removeFirst();
    if (given == null || given.isEmpty()) {
      throw new UsageException(name + " needs a value: " + name + " " + what);
    }
    return given;
  }

  private static String model(String name) {
    try {
      return ModelName.parse(name).toString();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--model: " + e.getMessage());
    }
  }

  private Invocation invocation() {
    if (version) {
      return new Invocation.Show(VersionText.text());
    }
    if (command == null) {
      return help ? new Invocation.Show(Vocabulary.help()) : converse();
    }
    if (help) {
      return new Invocation.Show(vocabulary().help(command));
    }
    if (command.name().equals("help")) {
      return new Invocation.Show(vocabulary().help(words));
    }
    CommandCall call = vocabulary().call(command, options, words);
    return command.equals(Completions.COMMAND)
        ? new Invocation.Show(Completions.of(vocabulary()).script(words.getFirst()))
        : new Invocation.Run(call, settings);
  }

  private Vocabulary vocabulary() {
    if (vocabulary == null) {
      vocabulary = vocabularies.get();
    }
    return vocabulary;
  }

  private Invocation converse() {
    options.keySet().stream().filter(o -> !o.equals("json")).findFirst().ifPresent(o -> {
      throw new UsageException("--" + o + " needs its command. " + seeHelp());
    });
    return new Invocation.Converse(options.containsKey("json"), settings);
  }

  private String seeHelp() {
    return "Try: docent " + (command == null ? "" : command.name() + " ") + "--help";
  }
}
