package dev.docent.langchain4j;

import dev.docent.answer.ReaderException;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import dev.docent.retrieval.QueryRewriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks a chat model what a follow-up means on its own; another rewriter does it when the model can't. */
public final class ChatModelQueryRewriter implements QueryRewriter {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int TURNS_SHOWN = 4;
  private static final int LONGEST_ANSWER_SHOWN = 600;

  private final ModelFactory factory;
  private final QueryRewriter otherwise;
  private final PromptTemplate prompt = PromptTemplate.load("standalone-question.txt", "fence", "turns", "language",
      "question");

  public ChatModelQueryRewriter(ModelFactory factory, QueryRewriter otherwise) {
    this.factory = factory;
    this.otherwise = otherwise;
  }

  @Override
  public Query rewrite(String question, List<Turn> turns, Set<Language> languages) throws InterruptedException {
    boolean foreign = !languages.isEmpty() && QueryLanguages.of(question, languages).isEmpty();
    if (turns.isEmpty() && !foreign) {
      return Query.of(question);
    }
    String written;
    try {
      Duration limit = factory.timeout().compareTo(LIMIT) < 0 ? factory.timeout() : LIMIT;
      written = new ModelCall(factory, limit)
          .text(prompt.fill(Map.of("fence", Fence.next(), "turns", shown(turns), "language",
              foreign ? "Translate it into " + names(languages) + "." : "Keep its language.", "question", question)));
    } catch (ReaderException e) {
      // The reader will meet the same model next and tell the user what is wrong with it.
      return otherwise.rewrite(question, turns, languages);
    }
    Optional<String> standalone = StandaloneQuestion.in(written, question, turns, foreign);
    return standalone.isPresent()
        ? new Query(question, standalone.get(), List.of())
        : otherwise.rewrite(question, turns, languages);
  }

  private static String names(Set<Language> languages) {
    return languages.stream().map(Language::displayName).findFirst().orElseThrow();
  }

  private static String shown(List<Turn> turns) {
    var lines = new StringBuilder();
    for (Turn turn : turns.subList(Math.max(0, turns.size() - TURNS_SHOWN), turns.size())) {
      lines.append("Question: ").append(turn.standalone()).append('\n');
      if (!turn.answer().isBlank()) {
        String answer = turn.answer();
        lines.append("Answer: ")
            .append(answer, 0, Math.min(answer.length(), LONGEST_ANSWER_SHOWN))
            .append('\n');
      }
    }
    return lines.toString().strip();
  }
}
