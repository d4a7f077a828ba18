package dev.docent.shell.line;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/**
 * What a command is called, takes and says of itself, read off its annotations: the command line is understood,
 * and its misuse answered, before anything is started.
 *
 * @param promptOnly whether it is of use at the prompt only
 * @param maxWords how many words it takes beside its options
 * @param needed what its first word is called, if there must be one
 * @param instead the option that stands in place of words, if there is one
 */
public record CommandSpec(String name, String description, String help, boolean promptOnly, int maxWords, String needed,
    String instead,
    List<OptionSpec> options) {

  /** The group of commands that are of use at the prompt only. */
  public static final String PROMPT_ONLY = "Prompt";

  /** What is written behind an option. */
  public enum OptionValue {
    NONE, NUMBER, FILE
  }

  /**
   * @param shortName a space where there is none
   * @param otherwise its value where it isn't given; empty for none
   */
  public record OptionSpec(String longName, char shortName, OptionValue value, String description, String otherwise) {

    /** As help shows it. */
    String shown() {
      return (shortName == ' ' ? "" : "-" + shortName + ", ") + "--" + longName + switch (value) {
        case NONE -> "";
        case NUMBER -> " N";
        case FILE -> " FILE";
      };
    }
  }

  /** The first sentence of its description, without its end. */
  String summary() {
    String sentence = description.split("(?<=[.:;]) ", 2)[0];
    return sentence.substring(0, sentence.length() - 1);
  }

  /** The methods of a class that are commands, in the order of their names. */
  public static List<Method> methods(Class<?> commands) {
    return Arrays.stream(commands.getDeclaredMethods())
        .filter(m -> m.isAnnotationPresent(Command.class))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  static Stream<CommandSpec> of(Class<?> commands) {
    return methods(commands).stream().map(CommandSpec::of);
  }

  /** What the command of a method is called. */
  public static String name(Method method) {
    return String.join(" ", method.getAnnotation(Command.class).name());
  }

  private static CommandSpec of(Method method) {
    Command command = method.getAnnotation(Command.class);
    CommandWords words = method.getAnnotation(CommandWords.class);
    return new CommandSpec(name(method), command.description(), command.help(), command.group().equals(PROMPT_ONLY),
        words == null ? 0 : words.max(),
        words == null ? "" : words.needed(), words == null ? "" : words.instead(), Arrays.stream(method.getParameters())
            .filter(p -> p.isAnnotationPresent(Option.class))
            .map(p -> option(p.getAnnotation(Option.class), p.getType()))
            .toList());
  }

  private static OptionSpec option(Option option, Class<?> type) {
    return new OptionSpec(option.longName(), option.shortName(), value(type), option.description(),
        option.defaultValue());
  }

  private static OptionValue value(Class<?> type) {
    return type == boolean.class ? OptionValue.NONE : type == int.class ? OptionValue.NUMBER : OptionValue.FILE;
  }
}
