package dev.docent.shell.line;

import dev.docent.shell.outcome.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands a line typed at the prompt. What names no command, or has more words than its command takes, is a
 * question and reaches Docent unchanged; only a single word that is nearly a command's name is taken for a slip.
 */
public record TypedLine(Vocabulary vocabulary) {
  /** Behind a slash: a name of a command, if of one that there isn't. A path is no name. */
  private static final Pattern NAME = Pattern.compile("\\p{L}+");

  public Invocation read(String line) {
    String text = line.strip();
    boolean slash = text.startsWith("/");
    String[] parts = (slash ? text.substring(1) : text).split("\\s+");
    @Nullable
    CommandSpec command = parts.length == 0
        ? null
        : vocabulary.command(parts[0])
            .filter(c -> !c.equals(Completions.COMMAND))
            .orElse(null);
    if (parts.length == 2 && (parts[1].equals("--help") || parts[1].equals("-h"))
        && vocabulary.topic(parts[0]).isPresent()) {
      return new Invocation.Show(vocabulary.help(List.of(parts[0])));
    }
    if (command == null && slash && parts.length > 0 && NAME.matcher(parts[0]).matches()) {
      return slip(parts[0]).orElseGet(() -> new Invocation.Misuse(vocabulary.unknown(parts[0])));
    }
    if (command == null) {
      return slip(parts).orElseGet(() -> question(text));
    }
    try {
      return call(command, List.of(parts).subList(1, parts.length), slash, text);
    } catch (UsageException e) {
      return new Invocation.Misuse(String.valueOf(e.getMessage()));
    }
  }

  // A word with a question mark, or anything else beside its letters, is a question.
  private Optional<Invocation> slip(String... parts) {
    return parts.length == 1 && parts[0].chars().allMatch(Character::isLetter)
        ? vocabulary.misspelt(parts[0]).map(Invocation.Misuse::new)
        : Optional.empty();
  }

  private Invocation call(CommandSpec command, List<String> rest, boolean slash, String text) {
    var words = new ArrayList<String>();
    var options = new ArrayList<String>();
    boolean open = true;
    for (String word : rest) {
      (open && word.startsWith("-") && word.length() > 1 ? options : words).add(word);
      open = open && !word.equals("--");
    }
    if (!slash && options.isEmpty() && isQuestion(command, words)) {
      return question(text);
    }
    var arguments = new ArrayList<String>();
    arguments.add(command.name());
    arguments.addAll(rest);
    return switch (CommandLine.parse(vocabulary, arguments.toArray(String[]::new))) {
      case Invocation.Run(CommandCall call, Map<String, String> settings) when settings.isEmpty() -> new Invocation.Run(
          call, settings);
      case Invocation.Run run -> throw new UsageException(
          "--knowledge and --model are for the start of Docent; here, type: model NAME");
      case Invocation.Show shown -> shown;
      case Invocation.Misuse misuse -> misuse;
      case Invocation.Converse converse -> question(text);
    };
  }

  private boolean isQuestion(CommandSpec command, List<String> words) {
    return words.size() > command.maxWords()
        || command.name().equals("help") && !words.isEmpty() && vocabulary.topic(words.getFirst()).isEmpty();
  }

  private static Invocation question(String text) {
    return new Invocation.Run(new CommandCall("ask", new LinkedHashMap<>(), List.of(text)), Map.of());
  }
}
