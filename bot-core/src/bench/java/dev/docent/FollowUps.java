package dev.docent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import dev.docent.reload.Progress;
import dev.docent.retrieval.FollowUpRewriter;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QuestionWords;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How well follow-ups are understood. Two questions in a row about the same paragraph that share a name make one: the
 * name in the second gives way to a pronoun, and what is answered is compared with the answer to the written-out
 * question. And, where people wrote out follow-ups of theirs (CANARD), how many of the words they put in are found.
 * Arguments: the folder of the sets, a folder to work in.
 */
final class FollowUps {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern
      .compile("(?<=[\\p{L}\\p{Nd},]\\s)\\p{Lu}[\\p{L}'’-]*(?:\\s+(?:of\\s+(?:the\\s+)?)?\\p{Lu}[\\p{L}'’-]*)*");

  private FollowUps() {}

  public static void main(String[] args) throws Exception {
    Path sets = Path.of(args[0]);
    pairs(sets.resolve("xquad-en-a"), Path.of(args[1]));
    written(sets.resolve("canard-60").resolve("queries.jsonl"));
    // Nothing waits for models that are still being loaded.
    Runtime.getRuntime().halt(0);
  }

  /** A question, the one before it, and its form with a pronoun. */
  private record Pair(String before, String whole, String pronoun, List<String> answers) {}

  private static void pairs(Path set, Path work) throws IOException, InterruptedException {
    int[] right = new int[3];
    List<Pair> pairs = pairs(set.resolve("queries-files.jsonl"));
    try (Docent docent = DocentFactory.open(DocentSettings.of(set.resolve("files"), work))) {
      docent.reload(Progress.NONE);
      docent.fillVectors(Progress.NONE);
      for (Pair pair : pairs) {
        var history = List.of(Turn.asked(pair.before));
        right[0] += right(docent, new Question(pair.whole, null, List.of()), pair.answers);
        right[1] += right(docent, new Question(pair.pronoun, null, history), pair.answers);
        right[2] += right(docent, new Question(pair.pronoun, null, List.of()), pair.answers);
      }
    }
    OUT.printf(Locale.ROOT,
        "%d follow-ups with a pronoun: right written out %.1f %%, as a follow-up %.1f %%, without the turn before %.1f %%%n",
        pairs.size(), 100.0 * right[0] / pairs.size(), 100.0 * right[1] / pairs.size(),
        100.0 * right[2] / pairs.size());
  }

  private static int right(Docent docent, Question question, List<String> answers) throws InterruptedException {
    return docent.ask(question, AnswerListener.SILENT) instanceof Answer.Grounded grounded
        && answers.stream().anyMatch(a -> grounded.text().toLowerCase(Locale.ROOT).contains(a.toLowerCase(Locale.ROOT)))
            ? 1
            : 0;
  }

  private static List<Pair> pairs(Path queries) throws IOException {
    var pairs = new ArrayList<Pair>();
    JsonNode before = JSON.createObjectNode();
    for (String line : Files.readAllLines(queries)) {
      JsonNode query = JSON.readTree(line);
      if (query.path("doc_ids").equals(before.path("doc_ids"))) {
        pair(before.path("text").asText(), query).ifPresent(pairs::add);
      }
      before = query;
    }
    return pairs;
  }

  private static Optional<Pair> pair(String before, JsonNode query) {
    String whole = query.path("text").asText();
    Matcher name = NAME.matcher(whole);
    while (name.find()) {
      if (before.contains(name.group())) {
        String bare = whole.replaceAll("(?:the\\s+)?" + Pattern.quote(name.group()) + "['’]s", "its")
            .replaceAll("(?:the\\s+)?" + Pattern.quote(name.group()), "it");
        var answers = new ArrayList<String>();
        query.path("answers").forEach(answer -> answers.add(answer.asText()));
        return Optional.of(new Pair(before, whole, bare, answers));
      }
    }
    return Optional.empty();
  }

  private static void written(Path queries) throws IOException {
    double found = 0;
    double bare = 0;
    int count = 0;
    for (String line : Files.readAllLines(queries)) {
      JsonNode query = JSON.readTree(line);
      var turns = new ArrayList<Turn>();
      List<String> history = new ArrayList<>();
      query.path("history").forEach(said -> history.add(said.asText()));
      String topic = String.join(", ", history.subList(0, Math.min(2, history.size())));
      turns.add(Turn.asked(topic));
      for (int i = 2; i + 1 < history.size(); i += 2) {
        turns.add(new Turn(history.get(i), history.get(i), history.get(i + 1)));
      }
      Query understood = new FollowUpRewriter().rewrite(query.path("text").asText(), turns, Set.of(Language.ENGLISH));
      Set<String> wanted = words(query.path("rewrite").asText());
      found += share(wanted, words(understood.standalone()));
      bare += share(wanted, words(query.path("text").asText()));
      count++;
    }
    OUT.printf(Locale.ROOT,
        "%d follow-ups written out by people: of their words the query holds %.1f %%, the bare follow-up %.1f %%%n",
        count, 100 * found / count, 100 * bare / count);
  }

  private static double share(Set<String> wanted, Set<String> held) {
    return wanted.isEmpty() ? 1 : (double) wanted.stream().filter(held::contains).count() / wanted.size();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
        .filter(word -> word.length() > 2 && !QuestionWords.contains(word, Language.ENGLISH))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
