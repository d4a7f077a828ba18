package dev.docent.shell.prompt;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** JLine, set up so that every character of a question is just a character. */
public final class LineReading {
  private LineReading() {}

  public static Terminal terminal() throws IOException {
    Terminal terminal = TerminalBuilder.builder().name("docent").system(true).nativeSignals(true).build();
    // A terminal that doesn't know its size would get a prompt of no width.
    if (terminal.getWidth() <= 0 || terminal.getHeight() <= 0) {
      terminal.setSize(new Size(80, 24));
    }
    return terminal;
  }

  public static LineReader reader(Terminal terminal, Completer completer, Path state) {
    var parser = new DefaultParser();
    parser.setEscapeChars(null);
    parser.setQuoteChars(new char[0]);
    var builder = LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("docent")
        .parser(parser)
        .completer(completer)
        .history(new DefaultHistory())
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.INSERT_TAB, false)
        .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
        .variable(LineReader.HISTORY_SIZE, 1_000);
    if (writable(state)) {
      builder.variable(LineReader.HISTORY_FILE, state.resolve("history"));
    }
    return builder.build();
  }

  // A home that can't be written costs the history, not the prompt.
  private static boolean writable(Path state) {
    try {
      OwnerOnly.folder(state);
      return Files.isWritable(OwnerOnly.file(state.resolve("history")));
    } catch (IOException e) {
      return false;
    }
  }
}
