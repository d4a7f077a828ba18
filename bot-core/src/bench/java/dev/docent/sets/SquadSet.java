package dev.docent.sets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of questions out of a file as XQuAD and SQuAD have it: articles of paragraphs with their questions, each with
 * answers by their offset in characters, or without one. A paragraph is a document of {@code docs.jsonl}, asked by
 * {@code queries.jsonl}; an article is a file of {@code files/}, asked by {@code queries-files.jsonl}.
 *
 * @param name of the folder that is written
 * @param language ISO 639-1 code of its texts
 * @param articles those that are taken, by title; empty for all
 */
record SquadSet(String name, String language, Set<String> articles) {
  /** The half of XQuAD's articles that docs/quality.md is measured with. */
  private static final Set<String> XQUAD = Set.of("Amazon_rainforest", "Apollo_program",
      "Computational_complexity_theory", "Economic_inequality", "European_Union_law", "Force", "Geology",
      "Harvard_University", "Islamism", "Jacksonville,_Florida", "Nikola_Tesla", "Oxygen", "Pharmacy", "Prime_number",
      "Rhine", "Sky_(United_Kingdom)", "United_Methodist_Church", "Victoria_(Australia)", "Victoria_and_Albert_Museum",
      "Warsaw");
  /** The same of SQuAD 2.0. */
  private static final Set<String> SQUAD = Set.of("Computational_complexity_theory", "European_Union_law", "Force",
      "Harvard_University", "Islamism", "Warsaw");

  private static final ObjectMapper JSON = new ObjectMapper();

  SquadSet {
    articles = Set.copyOf(articles);
  }

  /** Arguments: the folder to write to, then files. */
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[0]);
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      SquadSet set = named(String.valueOf(Path.of(file).getFileName()));
      out.println(set.write(Path.of(file), folder));
    }
  }

  /** Which set a file is made into by its name: one of docs/quality.md, or all of it under its own name. */
  static SquadSet named(String file) {
    return switch (file) {
      case "xquad.en.json" -> new SquadSet("xquad-en-a", "en", XQUAD);
      case "xquad.ru.json" -> new SquadSet("xquad-ru-a", "ru", XQUAD);
      case "dev-v2.0.json" -> new SquadSet("squad2-a", "en", SQUAD);
      default -> new SquadSet(file.replaceFirst("\\.json$", ""), "en", Set.of());
    };
  }

  /** Characters of a paragraph, the end not among them; in their order. */
  private record Place(int start, int end) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::start).thenComparingInt(Place::end);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** What was written to the disk. */
  record Written(String set, int documents, int questions, int unanswerable) {
    @Override
    public String toString() {
      return "%s: %d paragraphs, %d questions, %d of them without an answer"
          .formatted(set, documents, questions, unanswerable);
    }
  }

  /**
   * @throws IOException also when the file isn't of this form, or an answer isn't where it says
   */
  Written write(Path file, Path folder) throws IOException {
    JsonNode data = JSON.readTree(file.toFile()).path("data");
    if (!data.isArray()) {
      throw new IOException(file + " has no \"data\": it is no file of XQuAD or SQuAD");
    }
    var docs = new ArrayList<String>();
    var queries = new ArrayList<String>();
    var whole = new ArrayList<String>();
    int unanswerable = 0;
    Path set = folder.resolve(name);
    Files.createDirectories(set.resolve("files"));
    for (JsonNode article : data) {
      String title = article.path("title").asText();
      if (!articles.isEmpty() && !articles.contains(title)) {
        continue;
      }
      String words = title.replace('_', ' ');
      var page = new StringBuilder("# " + words + "\n");
      int number = 0;
      for (JsonNode paragraph : article.path("paragraphs")) {
        String id = "%s#%02d".formatted(title, number++);
        String text = paragraph.path("context").asText();
        page.append('\n').append(text).append('\n');
        docs.add(JSON.createObjectNode()
            .put("id", id)
            .put("title", words)
            .put("text", text)
            .put("lang", language)
            .put("article", title)
            .toString());
        for (JsonNode question : paragraph.path("qas")) {
          queries.add(query(question, title, id, id, text).toString());
          ObjectNode asked = query(question, title, title + ".md", id, text);
          asked.remove("spans");
          whole.add(asked.toString());
          unanswerable += question.path("is_impossible").asBoolean() ? 1 : 0;
        }
      }
      Files.writeString(set.resolve("files").resolve(title + ".md"), page);
    }
    Files.write(set.resolve("docs.jsonl"), docs);
    Files.write(set.resolve("queries.jsonl"), queries);
    Files.write(set.resolve("queries-files.jsonl"), whole);
    return new Written(name, docs.size(), queries.size(), unanswerable);
  }

  /** A question without an answer names the paragraph that it is about, which isn't one that answers it. */
  private ObjectNode query(JsonNode question, String article, String document, String paragraph, String text)
      throws IOException {
    boolean answerable = !question.path("is_impossible").asBoolean();
    ObjectNode query = JSON.createObjectNode()
        .put("id", question.path("id").asText())
        .put("text", question.path("question").asText())
        .put("lang", language);
    var documents = query.putArray("doc_ids");
    var answers = query.putArray("answers");
    var spans = query.put("answerable", answerable).putArray("spans");
    query.put("article", article);
    if (!answerable) {
      return query.put("about_doc", paragraph);
    }
    documents.add(document);
    var said = new TreeSet<String>();
    var places = new TreeSet<Place>();
    for (JsonNode answer : question.path("answers")) {
      String words = answer.path("text").asText();
      int start = text.offsetByCodePoints(0, answer.path("answer_start").asInt());
      if (!text.startsWith(words, start)) {
        throw new IOException("question " + query.path("id") + ": “" + words + "” isn't where it says");
      }
      said.add(words);
      places.add(new Place(text.codePointCount(0, start), text.codePointCount(0, start + words.length())));
    }
    said.forEach(answers::add);
    places.forEach(place -> spans.addArray().add(place.start).add(place.end));
    return query;
  }
}
