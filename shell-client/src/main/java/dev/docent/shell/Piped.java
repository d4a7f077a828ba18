package dev.docent.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** A question a line, all of one conversation. A line is a question whatever its first word is. */
final class Piped {
  private final CommandRunner commands;

  Piped(CommandRunner commands) {
    this.commands = commands;
  }

  /** Of all lines the code that says most: a failure, else an abstention. */
  ExitCode run(BufferedReader lines, boolean json, PrintWriter out) throws IOException {
    ExitCode code = ExitCode.DONE;
    boolean printed = false;
    for (String line; (line = lines.readLine()) != null;) {
      if (line.isBlank()) {
        continue;
      }
      if (printed && !json) {
        out.println();
      }
      ExitCode one = commands.run(
          new CommandCall("ask", json ? Map.of("json", "true") : Map.of(), List.of(line.strip())), out);
      if (one == ExitCode.INTERRUPTED || out.checkError()) {
        return one;
      }
      printed = one != ExitCode.FAILED;
      code = code.and(one);
    }
    return code;
  }
}
