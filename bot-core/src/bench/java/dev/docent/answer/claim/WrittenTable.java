package dev.docent.answer.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docent.answer.ClaimCheck;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Support;
import dev.docent.answer.Evidence;
import dev.docent.answer.QuoteChooser;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prints how many of the claims that were written for passages of real documentation are not shown, by kind, each checked
 * against its passage alone. Arguments: the file of passages with their claims; then "wrong" to list the true ones not shown.
 */
final class WrittenTable {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private WrittenTable() {}

  public static void main(String[] args) throws Exception {
    Map<String, int[]> counts = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      JsonNode passage = new ObjectMapper().readTree(line);
      var segment = new Segment(passage.get("path").asText(), passage.path("heading").asText("notes"), 0, List.of(),
          passage.get("text").asText(), 0, 0, 1,
          passage.get("lang").asText().equals("ru") ? Language.RUSSIAN : Language.ENGLISH);
      var view = new InMemoryIndexView(segment);
      var evidence = new Evidence(List.of(new Passage(segment, 1, 1, RetrieverRank.NONE, RetrieverRank.NONE)), view);
      ClaimCheck.Judge judge = new FactCheck().begin(evidence, Query.of(""));
      for (JsonNode claim : passage.get("claims")) {
        String text = claim.get("c").asText();
        boolean carried = claim.get("ok").asBoolean();
        Optional<String> objection = judge
            .objection(new Said(text, List.of(new Support(segment, QuoteChooser.choose(text, segment, view)))));
        if (objection.isEmpty()) {
          for (JsonNode question : passage.get("questions")) {
            int[] asked = counts.computeIfAbsent((carried ? "true, " : "false, ") + "to a question", k -> new int[2]);
            Optional<String> answering = new FactCheck().begin(evidence, Query.of(question.get("q").asText()))
                .objection(new Said(text, List.of(new Support(segment, QuoteChooser.choose(text, segment, view)))));
            asked[0]++;
            asked[1] += answering.isPresent() ? 1 : 0;
            if (answering.isPresent() && args.length > 1) {
              OUT.println((carried ? "TRUE " : "FALSE ") + question.get("q").asText() + " | " + text + "\n   "
                  + answering.get());
            }
          }
        }
        for (String kind : List.of(claim.get("k").asText(), "all")) {
          int[] count = counts.computeIfAbsent((carried ? "true, " : "false, ") + kind, k -> new int[2]);
          count[0]++;
          count[1] += objection.isPresent() ? 1 : 0;
        }
        if (objection.isPresent() && carried && args.length > 1) {
          OUT.println(passage.get("id").asText() + " " + text + "\n   " + objection.get());
        }
      }
    }
    OUT.println("| claims | number | not shown | of 100 |\n|---|---|---|---|");
    counts.forEach((kind, count) -> OUT.printf("| %s | %d | %d | %.1f |%n", kind, count[0], count[1],
        100.0 * count[1] / count[0]));
  }
}
