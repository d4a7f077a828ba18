package dev.docent.answer.extractive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A set of questions whose answers are known, over paragraphs written as a folder of Markdown files. */
public record EvalSet(Path folder, List<Case> cases) {
  /** A sentence of as many characters says what an answer of several sentences says a part of. */
  private static final int TELLING = 20;
  private static final String TRAIN = " (train)";
  private static final String VAL = " (val)";

  /**
   * @param documents where the answer stands; empty for a question without one
   * @param article what the case is split by: no article is in both halves
   */
  public record Case(String id, String question, List<String> answers, List<String> documents, String article,
      boolean answerable, boolean elsewhere) {

    /** What is to be expected of the folder: an answer, near misses only, or nothing about it at all. */
    String expected() {
      return elsewhere ? "absent" : answerable ? "answerable" : "near";
    }

    Case askedOf(String otherArticle) {
      return new Case(id, question, List.of(), List.of(), otherArticle, false, true);
    }

    /** Whether a sentence holds an answer, or where an answer is of several sentences, is one of them. */
    boolean held(String text) {
      String folded = folded(text);
      return answers.stream()
          .map(EvalSet::folded)
          .anyMatch(answer -> folded.contains(answer) || folded.length() >= TELLING && answer.contains(folded));
    }

    /** Which half of the articles: the weights are made from one, the figures from the other. */
    public boolean calibrates() {
      return article.endsWith(TRAIN) || !article.endsWith(VAL) && Math.floorMod(article.hashCode(), 2) == 0;
    }
  }

  static String folded(String text) {
    return text.replaceAll("\\]\\([^)\\s]*\\)|[*_`\\[\\]]", "")
        .replaceAll("[\\s\\uFEFF]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Passages of real documentation, each a file under its repository's folder, with the questions written for them. They
   * are split by repository, as the set has it.
   */
  static EvalSet written(Path file, Path folder) throws IOException {
    var json = new ObjectMapper();
    var cases = new ArrayList<Case>();
    for (String line : Files.readAllLines(file)) {
      JsonNode passage = json.readTree(line);
      String text = passage.get("text").asText();
      String repository = passage.get("repo").asText();
      String document = repository + "/" + passage.get("id").asText() + ".md";
      List<String> path = List.of(passage.get("heading").asText().split(" › "));
      var heads = new StringBuilder();
      for (int i = 0; i < path.size(); i++) {
        heads.append("#".repeat(Math.min(i + 1, 6))).append(' ').append(path.get(i)).append("\n\n");
      }
      Files.createDirectories(folder.resolve(repository));
      Files.writeString(folder.resolve(document), heads + text + "\n");
      String split = repository + (passage.get("split").asText().equals("train") ? TRAIN : VAL);
      int number = 0;
      for (JsonNode question : passage.get("questions")) {
        String id = passage.get("id").asText() + "-" + number++;
        JsonNode span = question.get("span");
        boolean answerable = span.isArray();
        cases.add(new Case(id, question.get("q").asText(),
            answerable ? List.of(text.substring(span.get(0).asInt(), span.get(1).asInt())) : List.of(),
            answerable ? List.of(document) : List.of(), split, answerable, false));
      }
    }
    return new EvalSet(folder, cases);
  }

  List<String> articles() {
    return cases.stream().map(Case::article).distinct().sorted().toList();
  }

  /**
   * The paragraphs of one article with the questions about it, and a tenth of those about articles of the same half.
   */
  public static EvalSet article(Path set, String article, Path folder) throws IOException {
    var json = new ObjectMapper();
    Files.createDirectories(folder);
    for (String line : Files.readAllLines(set.resolve("docs.jsonl"))) {
      JsonNode doc = json.readTree(line);
      if (doc.get("id").asText().startsWith(article + "#")) {
        write(doc, folder);
      }
    }
    List<Case> all = cases(set.resolve("queries.jsonl"), ".md");
    var asked = new ArrayList<>(all.stream().filter(one -> one.article().equals(article)).toList());
    boolean half = asked.getFirst().calibrates();
    all.stream()
        .filter(one -> !one.article().equals(article) && one.calibrates() == half)
        .filter(one -> Math.floorMod((one.id() + article).hashCode(), 10) == 0)
        .map(one -> one.askedOf(article))
        .forEach(asked::add);
    return new EvalSet(folder, asked);
  }

  private static void write(JsonNode doc, Path folder) throws IOException {
    Files.writeString(folder.resolve(doc.get("id").asText() + ".md"),
        "# " + doc.get("title").asText() + "\n\n" + doc.get("text").asText() + "\n");
  }

  public static EvalSet paragraphs(Path set, Path folder) throws IOException {
    var json = new ObjectMapper();
    Files.createDirectories(folder);
    for (String line : Files.readAllLines(set.resolve("docs.jsonl"))) {
      write(json.readTree(line), folder);
    }
    return new EvalSet(folder, cases(set.resolve("queries.jsonl"), ".md"));
  }

  static List<Case> cases(Path queries, String ending) throws IOException {
    var json = new ObjectMapper();
    var cases = new ArrayList<Case>();
    for (String line : Files.readAllLines(queries)) {
      JsonNode query = json.readTree(line);
      cases.add(new Case(query.get("id").asText(), query.get("text").asText(), strings(query.get("answers"), ""),
          strings(query.get("doc_ids"), ending), query.path("article").asText(), query.get("answerable").asBoolean(),
          false));
    }
    return cases;
  }

  private static List<String> strings(JsonNode array, String ending) {
    var strings = new ArrayList<String>();
    array.forEach(node -> strings.add(node.asText() + ending));
    return strings;
  }
}
