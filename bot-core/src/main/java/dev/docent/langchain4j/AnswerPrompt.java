package dev.docent.langchain4j;

import dev.docent.answer.Evidence;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Segment;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a model is told to write an answer from evidence. */
final class AnswerPrompt {
  /** What the model writes instead of an answer when the evidence holds none. */
  static final String SENTINEL = "NOT_IN_THE_DOCUMENTS";

  private static final Pattern WRITTEN_SENTINEL = Pattern.compile(
      "(?i:NOT(?:\\\\?_)+IN(?:\\\\?_)+THE(?:\\\\?_)+DOCUMENTS)|NOT IN THE DOCUMENTS|^\\W*(?i:not in the documents)\\W*$");

  /** So many words in the same order are no chance. */
  private static final int RUN = 6;
  private static final int TURNS = 3;
  private static final int LONGEST_ANSWER = 600;

  private final PromptTemplate instructions = PromptTemplate.load("answer-instructions.txt", "sentinel");
  /** The example speaks as answers do, so only the rules before it give themselves away. */
  private final Set<String> told = runs(
      instructions.fill(Map.of("sentinel", SENTINEL)).replaceFirst("(?s)\\nAn example.*", ""));
  private final PromptTemplate question = PromptTemplate.load("answer-question.txt", "fence", "evidence", "turns",
      "question");

  /** Whether a text is the sentinel, however it was decorated, or begins or ends with it. */
  static boolean sentinel(String text) {
    return WRITTEN_SENTINEL.matcher(text).find();
  }

  /** Whether the text repeats what the model was told about its work rather than about the documents. */
  boolean leaks(String text) {
    return text.contains(Fence.NAME) || runs(text).stream().anyMatch(told::contains);
  }

  private static Set<String> runs(String text) {
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    return IntStream.rangeClosed(0, words.size() - RUN)
        .mapToObj(i -> String.join(" ", words.subList(i, i + RUN)))
        .collect(Collectors.toSet());
  }

  /** The same for the same question, so that what a provider keeps of it serves again; nobody knows its mark beforehand. */
  List<ChatMessage> messages(Query query, Evidence evidence) {
    String numbered = numbered(evidence);
    String fence = Fence.of(query.original() + numbered);
    return List.of(SystemMessage.from(instructions.fill(Map.of("sentinel", SENTINEL))),
        UserMessage.from(question.fill(Map.of("fence", fence, "evidence", numbered, "turns",
            turns(evidence.turns(), fence), "question", asked(query)))));
  }

  /** What was said before, as far as it helps to understand the question. */
  private static String turns(List<Turn> turns, String fence) {
    if (turns.isEmpty()) {
      return "";
    }
    var lines = new StringBuilder("The conversation until now, to understand the question by:\n<" + fence + ">\n");
    for (Turn turn : turns.subList(Math.max(0, turns.size() - TURNS), turns.size())) {
      lines.append("Asked: ").append(turn.question()).append('\n');
      if (!turn.answer().isBlank()) {
        lines.append("Answered: ")
            .append(turn.answer(), 0, Math.min(turn.answer().length(), LONGEST_ANSWER))
            .append('\n');
      }
    }
    return lines.append("</").append(fence).append(">\n\n").toString();
  }

  /** A question that was translated is shown as it was asked too: the answer is to be in its language. */
  private static String asked(Query query) {
    boolean translated = QueryLanguages.guess(query.original()) != QueryLanguages.guess(query.text());
    String meant = translated ? query.standalone() : query.translations().stream().findFirst().orElse("");
    return meant.isEmpty() ? query.standalone() : query.original() + " (that is: " + meant + ")";
  }

  private static String numbered(Evidence evidence) {
    var lines = new StringBuilder();
    for (int i = 0; i < evidence.passages().size(); i++) {
      Segment segment = evidence.passages().get(i).segment();
      String changed = evidence.changed(segment.documentId());
      lines.append(i == 0 ? "" : "\n\n").append('[').append(i + 1).append("] ").append(segment.title());
      if (!segment.title().equals(segment.documentId())) {
        lines.append(" (").append(segment.documentId()).append(')');
      }
      segment.headings().stream().filter(h -> !h.equals(segment.title())).forEach(h -> lines.append(" > ").append(h));
      lines.append(changed.isEmpty() ? "" : ", changed on " + changed).append('\n').append(segment.text().strip());
    }
    return lines.toString();
  }
}
