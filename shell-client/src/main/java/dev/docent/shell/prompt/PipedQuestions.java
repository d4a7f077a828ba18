package dev.docent.shell.prompt;

import dev.docent.shell.command.CommandRunner;
import dev.docent.shell.command.CommandList;
import dev.docent.shell.command.Session;
import dev.docent.shell.line.CommandCall;
import dev.docent.shell.line.Invocation;
import dev.docent.shell.line.TypedLine;
import dev.docent.shell.line.Vocabulary;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.text.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A question a line, all of one conversation. A line is a question whatever its first word is, unless that begins with a slash. */
public final class PipedQuestions {
  private final CommandRunner commands;
  private final Session session;
  private final Screen screen;
  private final Vocabulary vocabulary = CommandList.vocabulary();
  private final TypedLine typed = new TypedLine(vocabulary);

  public PipedQuestions(CommandRunner commands, Session session, Screen screen) {
    this.commands = commands;
    this.session = session;
    this.screen = screen;
  }

  /** Of all lines the code that says most: a failure, else an abstention. */
  public ExitCode run(BufferedReader lines, boolean json, PrintWriter out) throws IOException {
    ExitCode code = ExitCode.DONE;
    boolean printed = false;
    for (String line; !session.over() && (line = lines.readLine()) != null;) {
      if (line.isBlank()) {
        continue;
      }
      if (printed && !json) {
        out.println();
      }
      ExitCode one = line.strip().startsWith("/")
          ? command(line.strip(), json, out)
          : commands.run(new CommandCall("ask", json ? Map.of("json", "true") : Map.of(), List.of(line.strip())), out);
      if (one == ExitCode.INTERRUPTED || out.checkError()) {
        return one;
      }
      printed = one != ExitCode.FAILED && one != ExitCode.USAGE;
      code = code.and(one);
    }
    return code;
  }

  private ExitCode command(String line, boolean json, PrintWriter out) {
    return switch (typed.read(line)) {
      case Invocation.Run run -> commands.run(json ? asJson(run.call()) : run.call(), out);
      case Invocation.Show show -> {
        out.print(show.text());
        yield ExitCode.DONE;
      }
      case Invocation.Misuse misuse -> {
        screen.note(misuse.message());
        yield ExitCode.USAGE;
      }
      case Invocation.Converse converse -> {
        screen.note("a conversation is what this is");
        yield ExitCode.USAGE;
      }
    };
  }

  private CommandCall asJson(CommandCall call) {
    boolean takes = vocabulary.command(call.command())
        .filter(spec -> spec.options().stream().anyMatch(option -> option.longName().equals("json")))
        .isPresent();
    var options = new LinkedHashMap<>(call.options());
    if (takes) {
      options.put("json", "true");
    }
    return new CommandCall(call.command(), options, call.words());
  }
}
