package dev.docent.evaluation;

import java.util.List;

/**
 * A question with what is expected of its answer.
 *
 * @param answers any of these strings counts
 * @param answerable whether the documents answer it; if not, abstaining is right
 * @param documents ids of the documents where the answer stands; may be empty
 * @param history earlier questions of the same conversation, oldest first
 */
public record EvalQuestion(String id, String question, List<String> answers, boolean answerable,
    List<String> documents, List<String> history) {

  public EvalQuestion {
    answers = List.copyOf(answers);
    documents = List.copyOf(documents);
    history = List.copyOf(history);
  }
}
