package dev.docent.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docent.Docent;
import dev.docent.DocentFactory;
import dev.docent.DocentSettings;
import dev.docent.IndexChoice;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.reload.Progress;
import dev.docent.retrieval.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Measures OpenSearch beside the embedded index, for {@code bench/opensearch}. */
class BesideLuceneIT {
  private static final List<String> SYLLABLES = List.of("ба", "во", "гу", "де", "жи", "за", "ко", "лу", "мы", "не",
      "по", "ра", "су", "ти", "фе", "хо");
  private static final int SECTIONS = 50;
  private static final int ASKED = 100;

  private final Path knowledge;
  private final Path data;

  BesideLuceneIT(@TempDir Path knowledge, @TempDir Path data) {
    this.knowledge = knowledge;
    this.data = data;
  }

  private record Said(boolean first, String sentence) {}

  private record Case(String question, List<String> documents) {}

  /** Of the set in the folder that the property names: each question asked of both. */
  @Test
  @EnabledIfSystemProperty(named = "docent.measure.quality", matches = ".+")
  void findsAndSaysWhatTheEmbeddedIndexDoes() throws Exception {
    Path set = Path.of(System.getProperty("docent.measure.quality"));
    for (JsonNode doc : lines(set.resolve("docs.jsonl"))) {
      Files.writeString(knowledge.resolve(doc.get("id").asText() + ".md"),
          "# " + doc.get("title").asText() + "\n\n" + doc.get("text").asText() + "\n");
    }
    List<Case> cases = lines(set.resolve("queries.jsonl")).stream()
        .map(query -> new Case(query.get("text").asText(),
            Stream.of(query.get("doc_ids"))
                .flatMap(
                    ids -> Stream.iterate(0, i -> i < ids.size(), i -> i + 1).map(i -> ids.get(i).asText() + ".md"))
                .toList()))
        .toList();
    List<Said> lucene = said(IndexChoice.EMBEDDED, cases);
    List<Said> opensearch = said(onANode(), cases);
    int same = 0;
    for (int i = 0; i < cases.size(); i++) {
      same += lucene.get(i).sentence().equals(opensearch.get(i).sentence()) ? 1 : 0;
    }
    double one = share(lucene);
    double other = share(opensearch);
    System.err.printf(
        "measured: %d questions: recall@1 %.1f %% embedded, %.1f %% OpenSearch; the same answer to %.1f %%%n",
        cases.size(), one, other, 100.0 * same / cases.size());
    assertThat(other).isBetween(one - 0.5, one + 0.5);
    assertThat(same).isGreaterThanOrEqualTo(cases.size() * 98 / 100);
  }

  private List<Said> said(IndexChoice index, List<Case> cases) throws InterruptedException {
    try (Docent docent = DocentFactory.open(DocentSettings.of(knowledge, data).withIndex(index))) {
      docent.reload(Progress.NONE);
      docent.fillVectors(Progress.NONE);
      var said = new ArrayList<Said>();
      for (Case one : cases) {
        List<Passage> found = docent.search(one.question(), 1);
        said.add(new Said(
            !found.isEmpty() && one.documents().contains(found.getFirst().segment().documentId()),
            docent.ask(Question.of(one.question()), AnswerListener.SILENT).text()));
      }
      return said;
    }
  }

  private static double share(List<Said> said) {
    return 100.0 * said.stream().filter(Said::first).count() / said.size();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    var json = new ObjectMapper();
    var lines = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(file)) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  /** So many segments, made by program in a language without vectors, in the index that a property names. */
  @Test
  @EnabledIfSystemProperty(named = "docent.measure.segments", matches = "\\d+")
  void carriesManySegments() throws Exception {
    int segments = Integer.getInteger("docent.measure.segments");
    boolean embedded = !"opensearch".equals(System.getProperty("docent.measure.index"));
    var random = new Random(1);
    int documents = segments / SECTIONS;
    for (int i = 0; i < documents; i++) {
      var text = new StringBuilder("# " + word(random) + "\n\n");
      for (int section = 0; section < SECTIONS; section++) {
        text.append("## ").append(word(random)).append("\n\n").append(sentences(random)).append("\n\n");
      }
      Files.writeString(knowledge.resolve("d" + i + ".md"),
          text + "Код маяка " + name(i) + ": " + (10_000 + i) + ".\n");
    }
    String what = embedded ? "embedded" : "OpenSearch";
    try (Docent docent = DocentFactory
        .open(DocentSettings.of(knowledge, data).withIndex(embedded ? IndexChoice.EMBEDDED : onANode()))) {
      double first = seconds(() -> docent.reload(Progress.NONE));
      System.err.printf("measured: %s: %,d segments; first reload %.0f s%n", what, docent.status().segments(), first);
      double nothing = seconds(() -> docent.reload(Progress.NONE));
      Files.writeString(knowledge.resolve("d0.md"), "# Новое\n\nКод маяка " + name(0) + ": 10000.\n");
      double one = seconds(() -> docent.reload(Progress.NONE));
      System.err.printf("measured: %s: reload with nothing changed %.1f s, with one file changed %.1f s%n", what,
          nothing,
          one);
      var millis = new double[ASKED];
      int right = 0;
      for (int i = -10; i < ASKED; i++) {
        int document = random.nextInt(documents);
        long began = System.nanoTime();
        String answer = docent.ask(Question.of("Какой код маяка " + name(document) + "?"), AnswerListener.SILENT)
            .text();
        if (i >= 0) {
          millis[i] = (System.nanoTime() - began) / 1e6;
          right += answer.contains(String.valueOf(10_000 + document)) ? 1 : 0;
        }
      }
      Arrays.sort(millis);
      System.err.printf("measured: %s: a question p50 %.0f ms, p95 %.0f ms; %d of %d right; own memory %s%s%n", what,
          millis[ASKED / 2], millis[ASKED * 95 / 100], right, ASKED, memory("self", "RssAnon"),
          embedded ? "" : ", the node's " + memory(Long.toString(Nodes.one().pid(0)), "RssAnon"));
      assertThat(right).isGreaterThanOrEqualTo(ASKED * 9 / 10);
    }
  }

  private static IndexChoice onANode() {
    return new IndexChoice("opensearch", Nodes.one().settings(0));
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private static double seconds(Work work) throws InterruptedException {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return word.toString();
  }

  private static String sentences(Random random) {
    var text = new StringBuilder();
    for (int sentence = 0; sentence < 6; sentence++) {
      for (int i = 0; i < 10; i++) {
        text.append(i == 0 ? "Маяк " : " ").append(word(random));
      }
      text.append(". ");
    }
    return text.toString();
  }

  /** Of its own for each document. */
  private static String name(int document) {
    var name = new StringBuilder("Ш");
    for (int rest = document + SYLLABLES.size() * SYLLABLES.size(); rest > 0; rest /= SYLLABLES.size()) {
      name.append(SYLLABLES.get(rest % SYLLABLES.size()));
    }
    return name.toString();
  }

  private static String memory(String process, String field) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", process, "status"))) {
      return lines.filter(line -> line.startsWith(field))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
          .findFirst()
          .orElse("unknown");
    }
  }
}
