package dev.docent.answer;

import dev.docent.answer.Answer.Reason;
import dev.docent.conversation.ConversationStore;
import dev.docent.conversation.Turn;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.retrieval.NamedDocuments;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryRewriter;
import dev.docent.retrieval.Reranker;
import dev.docent.retrieval.Retriever;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a question, one line a stop. Safe for use by several threads. */
public final class Answerer {
  /** What is looked at again, and what of it the reader is shown. */
  private static final int RETRIEVED = 20;
  private static final int EVIDENCE = 5;

  private final SegmentIndex index;
  private final ConversationStore conversations;
  private final QueryRewriter rewriter;
  private final Retriever retriever;
  private final Reranker reranker;
  private final Reader reader;
  private final CitationVerifier verifier = new CitationVerifier();

  public Answerer(SegmentIndex index, ConversationStore conversations, QueryRewriter rewriter, Retriever retriever,
      Reranker reranker, Reader reader) {
    this.index = index;
    this.conversations = conversations;
    this.rewriter = rewriter;
    this.retriever = retriever;
    this.reranker = reranker;
    this.reader = reader;
  }

  /**
   * Answers a question from what the index holds at this moment.
   *
   * @throws InterruptedException when the asking was cancelled; the conversation then doesn't know the question
   */
  public Answer answer(Question question, AnswerListener listener) throws InterruptedException {
    long began = System.nanoTime();
    try (IndexView view = index.acquire()) {
      if (question.empty()) {
        return abstention(Query.of(question.text()), view, began).because(Reason.EMPTY_QUESTION);
      }
      Query query = rewriter.rewrite(question.text(), turns(question));
      listener.understood(query);
      Answer answer = answered(query, view, listener, began);
      remember(question, query, answer);
      return answer;
    } catch (IndexException e) {
      // An interrupt closes the file that is being read; that is a cancelled question, not a broken index.
      if (Thread.interrupted() || e.getCause() instanceof ClosedByInterruptException) {
        throw new InterruptedException("cancelled while reading the index");
      }
      throw e;
    }
  }

  private Answer answered(Query query, IndexView view, AnswerListener listener, long began)
      throws InterruptedException {
    Abstention abstention = abstention(query, view, began);
    if (view.segmentCount() == 0) {
      return abstention.because(Reason.NO_DOCUMENTS);
    }
    List<Passage> evidence = evidence(query, view);
    if (evidence.isEmpty()) {
      return abstention.withoutEvidence(retriever.retrieve(query, view, EVIDENCE));
    }
    Draft draft = reader.read(NamedDocuments.withoutFileNames(query), new Evidence(evidence, view),
        verified(view, listener));
    return verified(draft, query, evidence, view, abstention, began);
  }

  /** The ranked passages for a query, without a reader. */
  public List<Passage> passages(Query query, IndexView view, int limit) {
    List<Passage> ranked = reranker.rerank(query, retriever.retrieve(query, view, Math.max(RETRIEVED, limit)), view);
    return ranked.subList(0, Math.min(limit, ranked.size()));
  }

  private List<Passage> evidence(Query query, IndexView view) {
    Optional<WholeQuestion> whole = WholeQuestion.of(query);
    if (whole.isPresent()) {
      return WholeEvidence.of(whole.get(), query, view);
    }
    return Comparison.of(query)
        .map(comparison -> sides(comparison, view))
        .orElseGet(() -> passages(query, view, EVIDENCE));
  }

  private List<Passage> sides(Comparison comparison, IndexView view) {
    Map<String, Passage> both = new LinkedHashMap<>();
    for (Query side : comparison.sides()) {
      passages(side, view, EVIDENCE)
          .forEach(p -> both.putIfAbsent(p.segment().id(), p.withRank(both.size() + 1, p.score())));
    }
    return List.copyOf(both.values());
  }

  private List<Turn> turns(Question question) {
    if (!question.history().isEmpty() || question.conversation() == null) {
      return question.history();
    }
    return conversations.turns(question.conversation());
  }

  /** Lets a listener hear each claim as soon as it is written, if it is verified. */
  private ClaimListener verified(IndexView view, AnswerListener listener) {
    return new ClaimListener() {
      private CitationVerifier.Verification verification = verifier.begin(view);

      @Override
      public void claim(Draft.Claim claim) {
        verification.verify(claim).ifPresent(listener::statement);
      }

      @Override
      public void restart(String reason) {
        verification = verifier.begin(view);
        listener.restarted(reason);
      }
    };
  }

  private Answer verified(Draft draft, Query query, List<Passage> evidence, IndexView view, Abstention abstention,
      long began) {
    ReaderNotes notes = ReaderNotes.of(draft.notes(), reader.name());
    return switch (draft) {
      case Draft.Declined declined -> abstention.by(notes, evidence, declined);
      case Draft.Written written -> {
        CitationVerifier.Verification verification = verifier.begin(view);
        var statements = new ArrayList<Statement>();
        written.claims().forEach(claim -> verification.verify(claim).ifPresent(statements::add));
        var reading = new ArrayList<>(notes.reading());
        verification.dropped().forEach(dropped -> reading.add("not shown: " + dropped));
        if (statements.isEmpty()) {
          yield abstention.by(new ReaderNotes(notes.reader(), reading, notes.notices()), evidence,
              new Draft.Declined(Reason.NOT_SUPPORTED, 0, List.of()));
        }
        var trace = new Trace(query, evidence, reading, "answered by the " + notes.reader() + " reader",
            notes.notices(), millisSince(began));
        yield new Answer.Grounded(statements, verification.citations(), notes.reader(), written.confidence(), trace);
      }
    };
  }

  private Abstention abstention(Query query, IndexView view, long began) {
    return new Abstention(query, view, verifier, reader.name(), began);
  }

  private void remember(Question question, Query query, Answer answer) {
    if (question.conversation() != null) {
      conversations.remember(question.conversation(), turn(question, query, answer));
    }
  }

  private static Turn turn(Question question, Query query, Answer answer) {
    return switch (answer) {
      case Answer.Grounded grounded -> new Turn(question.text(), query.standalone(), grounded.text(),
          grounded.statements().getFirst().marked());
      case Answer.Abstained abstained -> new Turn(question.text(), query.standalone(), "");
    };
  }

  static long millisSince(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }
}
