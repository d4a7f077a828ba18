package dev.docent.shell.command;

import dev.docent.Docent;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.json.DocumentsJson;
import dev.docent.shell.json.Json;
import dev.docent.shell.text.DocumentsText;
import dev.docent.shell.text.Screen;
import java.time.ZoneId;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** What the index holds. */
public final class DocumentsCommand {
  private final PreparedDocent prepared;
  private final Screen screen;

  public DocumentsCommand(PreparedDocent prepared, Screen screen) {
    this.prepared = prepared;
    this.screen = screen;
  }

  @Command(name = "documents", group = "Docent", description = "Shows each document with its segments, language, when it was read, and problems.", help = "documents")
  void documents(@Option(longName = "json", description = "the documents as JSON") boolean json, CommandContext context)
      throws InterruptedException {
    Docent docent = prepared.withText();
    context.outputWriter()
        .print(json
            ? Json.line(DocumentsJson.render(docent.documents(), docent.status())) + "\n"
            : new DocumentsText(screen.width().getAsInt(), ZoneId.systemDefault())
                .render(docent.documents(), docent.status()));
  }
}
