package dev.docent.shell.prompt;

import dev.docent.CorpusStatus;
import dev.docent.Docent;
import dev.docent.reload.Watch;
import dev.docent.shell.command.CommandRunner;
import dev.docent.shell.command.CommandList;
import dev.docent.shell.command.Session;
import dev.docent.shell.index.FolderFollowing;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.index.VectorFilling;
import dev.docent.shell.line.CommandCall;
import dev.docent.shell.line.Invocation;
import dev.docent.shell.line.TypedLine;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.outcome.Failure;
import dev.docent.shell.text.Phrases;
import dev.docent.shell.text.Printable;
import dev.docent.shell.text.Screen;
import dev.docent.shell.text.Style;
import dev.docent.shell.text.VersionText;
import dev.docent.shell.text.WordWrap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** The conversation at a terminal. */
public final class Prompt {
  private final CommandRunner commands;
  private final PreparedDocent prepared;
  private final VectorFilling background;
  private final FolderFollowing following;
  private final Session session;
  private final Screen screen;
  private final TypedLine lines = new TypedLine(CommandList.vocabulary());

  public Prompt(CommandRunner commands, PreparedDocent prepared, VectorFilling background, FolderFollowing following,
      Session session, Screen screen) {
    this.commands = commands;
    this.prepared = prepared;
    this.background = background;
    this.following = following;
    this.session = session;
    this.screen = screen;
  }

  public ExitCode run(LineReader reader) throws InterruptedException {
    Docent docent = prepared.forPrompt();
    PrintWriter out = reader.getTerminal().writer();
    var header = new WordWrap(out, Style.PLAIN, screen.terminal() ? screen.width().getAsInt() : 0);
    header.words(header(docent), List.of());
    header.end();
    out.println("Ask a question, or type help.");
    background.serve(reader::printAbove);
    background.wake(docent);
    try (Watch watch = following.begin(docent, reader::printAbove)) {
      converse(reader);
    } finally {
      background.stop();
    }
    return ExitCode.DONE;
  }

  private void converse(LineReader reader) throws InterruptedException {
    while (!session.over()) {
      reader.getTerminal().writer().println();
      try {
        List<String> typed = reader.readLine("docent> ").lines().filter(line -> !line.isBlank()).toList();
        for (String line : typed) {
          if (typed.size() > 1) {
            // Of several lines that were pasted each is answered below itself.
            reader.getTerminal().writer().println("docent> " + Printable.line(line));
          }
          answer(lines.read(line), reader.getTerminal());
          if (typed.size() > 1 && !line.equals(typed.getLast())) {
            reader.getTerminal().writer().println();
          }
        }
      } catch (UserInterruptException e) {
        // Ctrl-C at the prompt: a fresh line
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  private void answer(Invocation invocation, Terminal terminal) throws InterruptedException {
    switch (invocation) {
      case Invocation.Run run -> interruptibly(run.call(), terminal);
      case Invocation.Show show -> terminal.writer().print(show.text());
      case Invocation.Misuse misuse -> screen.note(misuse.message());
      case Invocation.Converse converse -> screen.note("a prompt is what this is");
    }
    terminal.flush();
  }

  // Each command has a thread of its own: one that doesn't heed its interruption can't hold up the next.
  private void interruptibly(CommandCall call, Terminal terminal) throws InterruptedException {
    var output = new CutOutput(terminal.writer());
    var task = new FutureTask<>(() -> commands.run(call, new PrintWriter(output)));
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> {
      output.cut();
      task.cancel(true);
    });
    try {
      Thread.ofPlatform().daemon().name("asking").start(task);
      task.get();
    } catch (CancellationException e) {
      terminal.writer().println();
      terminal.writer().println("  (stopped)");
    } catch (ExecutionException e) {
      Failure.tell(e, screen.err());
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
    }
  }

  private String header(Docent docent) {
    CorpusStatus status = docent.status();
    return "Docent " + VersionText.version() + " · " + Phrases.count(status.documents(), "document") + ", "
        + Phrases.count(status.segments(), "segment") + " · "
        + (docent.model().remote() ? docent.model().toString() : "offline reader") + " · "
        + shortened(status.knowledge(), Path.of(System.getProperty("user.home", "")));
  }

  static String shortened(Path folder, Path home) {
    return Printable.line(!home.toString().isEmpty() && folder.startsWith(home) && !folder.equals(home)
        ? "~/" + home.relativize(folder)
        : folder.toString());
  }
}
