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
import java.util.concurrent.CancellationException;
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
  private final CitationVerifier verifier;

  public Answerer(SegmentIndex index, ConversationStore conversations, QueryRewriter rewriter, Retriever retriever,
      Reranker reranker, Reader reader, CitationVerifier verifier) {
    this.index = index;
    this.conversations = conversations;
    this.rewriter = rewriter;
    this.retriever = retriever;
    this.reranker = reranker;
    this.reader = reader;
    this.verifier = verifier;
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
      Query query = rewriter.rewrite(question.text(), turns(question), view.languages());
      listener.understood(query);
      Answer answer = answered(query, view, listener, began);
      remember(question, query, answer);
      return answer;
    } catch (CancellationException e) {
      boolean unused = Thread.interrupted();
      throw new InterruptedException("cancelled while a model was at it");
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
    var way = new Way(query, new Evidence(evidence, view), listener, abstention, began);
    Query asked = Comparison.of(query).isPresent() ? query : NamedDocuments.withoutFileNames(query);
    Reading read = verified(reader.read(asked, way.evidence, way.verified()), reader.name(), way);
    return read.answer instanceof Answer.Abstained && read.written && reader.otherwise().isPresent()
        ? otherwise(reader.otherwise().get(), asked, read, way)
        : read.answer;
  }

  /** Nothing of what was written could be shown: what another reader finds is of more use than that. */
  private Answer otherwise(Reader other, Query asked, Reading first, Way way) throws InterruptedException {
    Draft draft = other.read(asked, way.evidence, way.verified());
    Reading read = verified(draft, other.name(), way);
    Trace trace = read.answer.trace();
    var notices = new ArrayList<>(List.of("Nothing that " + first.answer.reader()
        + " wrote is carried by the documents"
        + (read.answer instanceof Answer.Grounded ? ". Answered offline." : ".")));
    notices.addAll(trace.notices());
    var reading = new ArrayList<>(first.answer.trace().reading());
    trace.reading().forEach(line -> reading.add(other.name() + ": " + line));
    var whole = new Trace(trace.query(), trace.passages(), reading, trace.decision(), notices, trace.millis());
    return switch (read.answer) {
      case Answer.Grounded g -> new Answer.Grounded(g.statements(), g.citations(), g.reader(), g.confidence(), whole);
      case Answer.Abstained a -> new Answer.Abstained(a.reason(), a.text(), a.nearest(), a.reader(), a.confidence(),
          whole);
    };
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
        .map(comparison -> comparison.documents(view)
            .map(two -> WholeEvidence.of(two, view))
            .orElseGet(() -> sides(comparison, view)))
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

  /** Decides what of a draft is shown. */
  private Reading verified(Draft draft, String name, Way way) {
    ReaderNotes notes = ReaderNotes.of(draft.notes(), name);
    return switch (draft) {
      case Draft.Declined declined -> new Reading(
          way.abstention.by(notes, way.evidence.passages(), declined), false);
      case Draft.Written written -> new Reading(verified(written, notes, way), true);
    };
  }

  private Answer verified(Draft.Written written, ReaderNotes notes, Way way) {
    CitationVerifier.Verification verification = way.verification();
    var statements = new ArrayList<Statement>();
    written.claims().forEach(claim -> verification.verify(claim).ifPresent(statements::add));
    List<String> dropped = verification.dropped();
    var reading = new ArrayList<>(notes.reading());
    dropped.forEach(claim -> reading.add("not shown: " + claim));
    if (statements.isEmpty()) {
      return way.abstention.by(new ReaderNotes(notes.reader(), reading, notes.notices()), way.evidence.passages(),
          new Draft.Declined(Reason.NOT_SUPPORTED, 0, List.of()));
    }
    var notices = new ArrayList<>(notes.notices());
    if (!dropped.isEmpty()) {
      notices.add((dropped.size() == 1 ? "One sentence" : dropped.size() + " sentences") + " that " + notes.reader()
          + " wrote " + (dropped.size() == 1 ? "is" : "are")
          + " not shown: the passages cited don't carry that. 'why' says more.");
    }
    var trace = new Trace(way.query, way.evidence.passages(), reading,
        "answered by the " + notes.reader() + " reader", notices, millisSince(way.began));
    return new Answer.Grounded(statements, verification.citations(), notes.reader(), written.confidence(), trace);
  }

  /** What a draft became, and whether anything was written in it. */
  private record Reading(Answer answer, boolean written) {}

  /** A question between retrieval and answer. */
  private final class Way {
    private final Query query;
    private final Evidence evidence;
    private final AnswerListener listener;
    private final Abstention abstention;
    private final long began;
    private final CitationVerifier.Verification checked;

    Way(Query query, Evidence evidence, AnswerListener listener, Abstention abstention, long began) {
      this.query = query;
      this.evidence = evidence;
      this.listener = listener;
      this.abstention = abstention;
      this.began = began;
      this.checked = verifier.begin(evidence.view(), query.standalone());
    }

    CitationVerifier.Verification verification() {
      return checked.again();
    }

    /** Lets the listener hear each claim as soon as it is written, if it is verified. */
    ClaimListener verified() {
      return new ClaimListener() {
        private CitationVerifier.Verification verification = verification();

        @Override
        public void claim(Draft.Claim claim) {
          verification.verify(claim).ifPresent(listener::statement);
        }

        @Override
        public void restart(String reason) {
          verification = verification();
          listener.restarted(reason);
        }
      };
    }
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
