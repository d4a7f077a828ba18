package dev.docent.shell.command;

import dev.docent.Docent;
import dev.docent.gaps.GapGroup;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.json.GapsJson;
import dev.docent.shell.json.Json;
import dev.docent.shell.line.CommandWords;
import dev.docent.shell.text.GapsText;
import dev.docent.shell.text.Phrases;
import java.util.List;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** What was asked and not answered. */
public final class GapsCommand {
  private final PreparedDocent prepared;

  public GapsCommand(PreparedDocent prepared) {
    this.prepared = prepared;
  }

  @Command(name = "gaps", group = "Docent", description = "Shows what was asked and not answered, so that you see which document is missing. It is kept on this machine only; docent.gaps=false keeps nothing.", help = "gaps [--clear]")
  @CommandWords(max = 0)
  void gaps(@Option(longName = "clear", description = "forget them") boolean clear,
      @Option(longName = "json", description = "the gaps as JSON") boolean json, CommandContext context) {
    Docent docent = prepared.opened();
    List<GapGroup> groups = docent.gaps();
    if (clear) {
      docent.clearGaps();
      int forgotten = groups.stream().mapToInt(g -> g.gaps().size()).sum();
      context.outputWriter()
          .println(json
              ? Json.line(Json.object().put("forgotten", forgotten))
              : "Forgotten: " + Phrases.count(forgotten, "question") + ".");
    } else {
      context.outputWriter().print(json ? Json.line(GapsJson.render(groups)) + "\n" : GapsText.render(groups));
    }
  }
}
