package dev.docent.shell.command;

import dev.docent.Docent;
import dev.docent.retrieval.Passage;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.json.Json;
import dev.docent.shell.json.SearchJson;
import dev.docent.shell.line.CommandWords;
import dev.docent.shell.outcome.UsageException;
import dev.docent.shell.text.LocatorText;
import dev.docent.shell.text.Screen;
import dev.docent.shell.text.SearchText;
import java.util.List;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The ranked passages, without a reader. */
public final class SearchCommand {
  private static final int MOST = 1_000;

  private final PreparedDocent prepared;
  private final Screen screen;

  public SearchCommand(PreparedDocent prepared, Screen screen) {
    this.prepared = prepared;
    this.screen = screen;
  }

  @Command(name = "search", group = "Docent", description = "Shows the passages that fit best, without reading an answer out of them.", help = "search TEXT... [-k N]", completionProvider = "documentNames")
  @CommandWords(needed = "TEXT")
  void search(@Arguments List<String> words,
      @Option(shortName = 'k', longName = "limit", defaultValue = "5", description = "how many passages (5)") int limit,
      @Option(longName = "json", description = "the passages as JSON") boolean json, CommandContext context)
      throws InterruptedException {
    if (limit < 1 || limit > MOST) {
      throw new UsageException("-k takes a number from 1 to " + MOST);
    }
    Docent docent = prepared.forQuestion();
    long start = System.nanoTime();
    List<Passage> passages = docent.search(String.join(" ", words), limit);
    long millis = (System.nanoTime() - start) / 1_000_000;
    context.outputWriter()
        .print(json
            ? Json.line(SearchJson.render(passages, millis)) + "\n"
            : new SearchText(new LocatorText(screen.style(), docent.status().knowledge()),
                screen.terminal() ? screen.width().getAsInt() : 0)
                .render(passages));
  }
}
