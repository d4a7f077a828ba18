package dev.docent.langchain4j;

import dev.docent.answer.Evidence;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a model is told to write an answer from evidence. */
final class AnswerPrompt {
  /** What the model writes instead of an answer when the evidence holds none. */
  static final String SENTINEL = "NOT_IN_THE_DOCUMENTS";

  /** So many words in the same order are no chance. */
  private static final int RUN = 6;

  private final PromptTemplate instructions = PromptTemplate.load("answer-instructions.txt", "sentinel", "fence");
  private final Set<String> told = runs(
      instructions.fill(Map.of("sentinel", SENTINEL, "fence", "fence")));
  private final PromptTemplate question = PromptTemplate.load("answer-question.txt", "fence", "evidence", "question");

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

  List<ChatMessage> messages(Query query, Evidence evidence) {
    String fence = Fence.next();
    return List.of(SystemMessage.from(instructions.fill(Map.of("sentinel", SENTINEL, "fence", fence))),
        UserMessage.from(question
            .fill(Map.of("fence", fence, "evidence", numbered(evidence), "question", asked(query)))));
  }

  /** A question that was translated is shown as it was asked too: the answer is to be in its language. */
  private static String asked(Query query) {
    boolean translated = QueryLanguages.guess(query.original()) != QueryLanguages.guess(query.text());
    return translated ? query.original() + " (that is: " + query.standalone() + ")" : query.standalone();
  }

  private static String numbered(Evidence evidence) {
    var lines = new StringBuilder();
    for (int i = 0; i < evidence.passages().size(); i++) {
      Segment segment = evidence.passages().get(i).segment();
      lines.append(i == 0 ? "" : "\n\n").append('[').append(i + 1).append("] ").append(segment.title());
      segment.headings().stream().filter(h -> !h.equals(segment.title())).forEach(h -> lines.append(" > ").append(h));
      lines.append('\n').append(segment.text().strip());
    }
    return lines.toString();
  }
}
