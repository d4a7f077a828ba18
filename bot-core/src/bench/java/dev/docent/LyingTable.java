package dev.docent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Citation;
import dev.docent.answer.Nearest;
import dev.docent.answer.Question;
import dev.docent.reload.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Asks the questions of each set with a model that lies in a different way each time, and prints how many citations are
 * not literally in the file they name. Arguments: the folder of the sets, a folder to work in, how many questions of a
 * set at most.
 */
final class LyingTable {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private LyingTable() {}

  public static void main(String[] args) throws Exception {
    Path sets = Path.of(args[0]);
    Path work = Path.of(args[1]);
    int most = Integer.parseInt(args[2]);
    OUT.println("| set | questions | answered | by the model | citations | not verbatim |");
    OUT.println("|---|---|---|---|---|---|");
    for (String set : List.of("xquad-en-a", "xquad-ru-a", "squad2-a")) {
      row(set, paragraphs(sets.resolve(set), work.resolve(set)), sets.resolve(set).resolve("queries.jsonl"), work,
          most);
    }
    row("xquad-en-a, files", sets.resolve("xquad-en-a/files"), sets.resolve("xquad-en-a/queries-files.jsonl"), work,
        most);
    row("article", Path.of("knowledge"), sets.resolve("article/queries.jsonl"), work, most);
  }

  private static void row(String name, Path folder, Path queries, Path work, int most) throws Exception {
    var asked = new AtomicInteger();
    try (var model = new PlayedModel(told -> Lie.all().get(asked.get() % Lie.all().size()).of(told));
        Docent docent = DocentFactory.open(DocentSettings.of(folder, Files.createTempDirectory(work, "data"))
            .withModel(ModelName.parse("openai:liar"), model.address()))) {
      docent.reload(Progress.NONE);
      int answered = 0;
      int written = 0;
      int citations = 0;
      int invented = 0;
      for (String line : Files.readAllLines(queries).stream().limit(most).toList()) {
        JsonNode query = new ObjectMapper().readTree(line);
        String text = query.path("text").asText(query.path("question").asText());
        Answer answer = docent.ask(Question.of(text).forMeasuring(), AnswerListener.SILENT);
        asked.incrementAndGet();
        List<Citation> shown = switch (answer) {
          case Answer.Grounded grounded -> grounded.citations();
          case Answer.Abstained abstained -> abstained.nearest().stream().map(Nearest::citation).toList();
        };
        answered += answer instanceof Answer.Grounded ? 1 : 0;
        written += answer instanceof Answer.Grounded && answer.reader().languageModel() ? 1 : 0;
        citations += shown.size();
        invented += (int) shown.stream().filter(c -> !Reopened.holds(folder, c)).count();
      }
      OUT.println("| " + name + " | " + asked + " | " + answered + " | " + written + " | " + citations + " | "
          + invented + " |");
    }
  }

  private static Path paragraphs(Path set, Path folder) throws Exception {
    Files.createDirectories(folder);
    try (Stream<String> lines = Files.lines(set.resolve("docs.jsonl"))) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode doc = new ObjectMapper().readTree(line);
        Files.writeString(folder.resolve(doc.get("id").asText() + ".md"),
            "# " + doc.get("title").asText() + "\n\n" + doc.get("text").asText() + "\n");
      }
    }
    return folder;
  }
}
