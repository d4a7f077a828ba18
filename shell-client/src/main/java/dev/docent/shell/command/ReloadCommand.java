package dev.docent.shell.command;

import dev.docent.Docent;
import dev.docent.index.IndexBusyException;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadRequest;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.index.VectorFilling;
import dev.docent.shell.json.Json;
import dev.docent.shell.json.ReceiptJson;
import dev.docent.shell.text.ProgressLine;
import dev.docent.shell.text.ReceiptText;
import dev.docent.shell.text.Screen;
import java.io.PrintWriter;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** Brings the index in line with the folder. */
public final class ReloadCommand {
  private final PreparedDocent prepared;
  private final VectorFilling background;
  private final Screen screen;

  public ReloadCommand(PreparedDocent prepared, VectorFilling background, Screen screen) {
    this.prepared = prepared;
    this.background = background;
    this.screen = screen;
  }

  @Command(name = "reload", group = "Docent", description = "Brings the index in line with the folder and says what changed.", help = "reload [--confirm] [--wait]")
  void reload(
      @Option(longName = "confirm", description = "even if all or most documents go") boolean confirm,
      @Option(longName = "wait", description = "for another reload that is under way") boolean wait,
      @Option(longName = "json", description = "the receipt as JSON") boolean json, CommandContext context)
      throws InterruptedException {
    Docent docent = prepared.opened();
    ReloadReport report = reloaded(docent, confirm, wait);
    report.notices().forEach(screen::note);
    if (background.serving()) {
      background.wake(docent);
    } else {
      prepared.fillVectors(docent);
    }
    print(report, json, context.outputWriter());
  }

  private ReloadReport reloaded(Docent docent, boolean confirm, boolean wait) throws InterruptedException {
    try (var progress = new ProgressLine(screen)) {
      return docent.reload(new ReloadRequest(confirm, false), progress);
    } catch (IndexBusyException e) {
      if (!wait) {
        throw e;
      }
      screen.note(e.who() + "; waiting for it");
    }
    try (var progress = new ProgressLine(screen)) {
      return docent.reload(new ReloadRequest(confirm, true), progress);
    }
  }

  private void print(ReloadReport report, boolean json, PrintWriter out) {
    out.print(json ? Json.line(ReceiptJson.render(report)) + "\n" : ReceiptText.render(report, background.state()));
  }
}
