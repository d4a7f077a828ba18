package dev.docent.shell;

import dev.docent.Docent;
import java.time.ZoneId;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** What the index holds. */
final class DocumentsCommand {
  private final Preparation preparation;
  private final Screen screen;

  DocumentsCommand(Preparation preparation, Screen screen) {
    this.preparation = preparation;
    this.screen = screen;
  }

  @Command(name = "documents", group = "Docent", description = "Shows each document with its segments, language, when it was read, and problems.", help = "documents")
  void documents(@Option(longName = "json", description = "the documents as JSON") boolean json, CommandContext context)
      throws InterruptedException {
    Docent docent = preparation.withText();
    context.outputWriter()
        .print(json
            ? Json.line(DocumentsJson.render(docent.documents(), docent.status())) + "\n"
            : new DocumentsText(screen.width().getAsInt(), ZoneId.systemDefault())
                .render(docent.documents(), docent.status()));
  }
}
