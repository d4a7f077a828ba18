package dev.docent.langchain4j;

import dev.docent.answer.ReaderException;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import dev.docent.langchain4j.reply.Thoughts;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import dev.docent.retrieval.QueryRewriter;
import java.time.Duration;
import java.util.ArrayList;
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
    Optional<Language> other = foreign ? Optional.empty() : further(question, languages);
    if (turns.isEmpty() && !foreign && other.isEmpty()) {
      return Query.of(question);
    }
    String written;
    try {
      Duration limit = factory.timeout().compareTo(LIMIT) < 0 ? factory.timeout() : LIMIT;
      written = new ModelCall(factory, limit)
          .text(prompt.fill(Map.of("fence", Fence.next(), "turns", shown(turns), "language",
              foreign
                  ? "Translate it into " + names(languages) + "."
                  : other.map(ChatModelQueryRewriter::twice)
                      .orElse("Keep its language."),
              "question", question)));
    } catch (ReaderException e) {
      // The reader will meet the same model next and tell the user what is wrong with it.
      return otherwise.rewrite(question, turns, languages);
    }
    return other.isPresent()
        ? both(written, question, turns, languages)
        : one(written, question, turns, languages, foreign);
  }

  private Query one(String written, String question, List<Turn> turns, Set<Language> languages, boolean foreign)
      throws InterruptedException {
    Optional<String> standalone = StandaloneQuestion.in(written, question, turns, foreign);
    return standalone.isPresent()
        ? new Query(question, standalone.get(), List.of())
        : otherwise.rewrite(question, turns, languages);
  }

  /** The question in its own language and, on a line of its own, in the further one; each is told by its letters and words. */
  private Query both(String written, String question, List<Turn> turns, Set<Language> languages)
      throws InterruptedException {
    Language own = QueryLanguages.guess(question);
    var translations = new ArrayList<String>();
    Optional<String> standalone = turns.isEmpty() ? Optional.of(question) : Optional.empty();
    for (String line : Thoughts.without(written).lines().filter(l -> !l.isBlank()).toList()) {
      boolean foreign = QueryLanguages.guess(line) != own;
      Optional<String> read = StandaloneQuestion.in(line, question, turns, foreign);
      if (foreign && translations.isEmpty()) {
        read.ifPresent(translations::add);
      } else if (!foreign && standalone.isEmpty()) {
        standalone = read;
      }
    }
    Query query = standalone.isPresent()
        ? new Query(question, standalone.get(), List.of())
        : otherwise.rewrite(question, turns, languages);
    return new Query(question, query.text(), query.carried(), query.ruledOut(), translations);
  }

  /** Another language than the question's that the documents are in; the first that holds most of them. */
  private static Optional<Language> further(String question, Set<Language> languages) {
    List<Language> own = QueryLanguages.of(question, languages);
    return languages.stream().filter(l -> l != Language.OTHER && !own.contains(l)).findFirst();
  }

  private static String twice(Language other) {
    return "Keep its language, and on a second line write the same question in " + other.displayName() + ".";
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
