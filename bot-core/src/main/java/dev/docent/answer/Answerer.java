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
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.Optional;

/** The way of a question, one line a stop. Safe for use by several threads. */
public final class Answerer {
  /** What is looked at again, and what of it the reader is shown. */
  private static final int RETRIEVED = 20;
  private static final int EVIDENCE = 5;

  private final SegmentIndex index;
  private final ConversationStore conversations;
  private final QueryRewriter rewriter;
  private final EvidenceSource special;
  private final Retriever retriever;
  private final Reranker reranker;
  private final Reader reader;
  private final CitationVerifier verifier;

  /** @param special gathers the evidence of questions that ranking by words isn't for */
  public Answerer(SegmentIndex index, ConversationStore conversations, QueryRewriter rewriter, EvidenceSource special,
      Retriever retriever, Reranker reranker, Reader reader, CitationVerifier verifier) {
    this.index = index;
    this.conversations = conversations;
    this.rewriter = rewriter;
    this.special = special;
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
      Optional<SmallTalk> talk = SmallTalk.of(question.text());
      if (talk.isPresent()) {
        return abstention(Query.of(question.text()), view, began).of(talk.get());
      }
      if (question.empty()) {
        return abstention(Query.of(question.text()), view, began).because(Reason.EMPTY_QUESTION);
      }
      Query query = understood(question, view);
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

  /** Stop 3: the question on its own; one that finds little by itself and much with the turn before goes on from it. */
  private Query understood(Question question, IndexView view) throws InterruptedException {
    List<Turn> turns = turns(question);
    Query query = rewriter.rewrite(question.text(), turns, view.languages());
    return TopicCarrier.carried(query, turns, view, asked -> passages(asked, view, 1));
  }

  private Answer answered(Query query, IndexView view, AnswerListener listener, long began)
      throws InterruptedException {
    Abstention abstention = abstention(query, view, began);
    if (view.segmentCount() == 0) {
      return abstention.because(Reason.NO_DOCUMENTS);
    }
    Optional<List<Passage>> gathered = special.gather(query, view, asked -> passages(asked, view, EVIDENCE));
    List<Passage> evidence = gathered.orElseGet(() -> passages(query, view, EVIDENCE));
    if (evidence.isEmpty()) {
      return abstention.withoutEvidence(retriever.retrieve(query, view, EVIDENCE));
    }
    var asking = new Asking(query, new Evidence(evidence, view), listener, abstention, began);
    Query asked = gathered.isPresent() ? query : NamedDocuments.withoutFileNames(query);
    Read read = verified(reader.read(asked, asking.evidence, asking.verified()), reader.name(), asking);
    return read.answer instanceof Answer.Abstained && read.written && reader.otherwise().isPresent()
        ? otherwise(reader.otherwise().get(), asked, read, asking)
        : read.answer;
  }

  /** Nothing of what was written could be shown: what another reader finds is of more use than that. */
  private Answer otherwise(Reader other, Query asked, Read first, Asking asking) throws InterruptedException {
    Draft draft = other.read(asked, asking.evidence, asking.verified());
    Read read = verified(draft, other.name(), asking);
    Trace trace = read.answer.trace();
    var notices = new ArrayList<>(List.of("Nothing that " + first.answer.reader()
        + " wrote is carried by the documents"
        + (read.answer instanceof Answer.Grounded ? ". Answered offline." : ".")));
    notices.addAll(trace.notices());
    var reading = new ArrayList<>(first.answer.trace().reading());
    trace.reading().forEach(line -> reading.add(other.name() + ": " + line));
    var whole = new Trace(trace.query(), trace.passages(), reading, trace.decision(), notices, trace.millis());
    return switch (read.answer) {
      case Answer.Grounded g -> new Answer.Grounded(g.parts(), g.citations(), g.reader(), g.confidence(), whole);
      case Answer.Abstained a -> new Answer.Abstained(a.reason(), a.text(), a.nearest(), a.reader(), a.confidence(),
          whole);
    };
  }

  /** The ranked passages for a query, without a reader. */
  public List<Passage> passages(Query query, IndexView view, int limit) {
    List<Passage> ranked = reranker.rerank(query, retriever.retrieve(query, view, Math.max(RETRIEVED, limit)), view);
    return ranked.subList(0, Math.min(limit, ranked.size()));
  }

  private List<Turn> turns(Question question) {
    if (!question.history().isEmpty() || question.conversation() == null) {
      return question.history();
    }
    return conversations.turns(question.conversation());
  }

  /** Decides what of a draft is shown. */
  private Read verified(Draft draft, String asked, Asking asking) {
    return switch (draft) {
      case Draft.Declined declined -> new Read(
          asking.abstention.by(asked, asking.evidence.passages(), declined), false);
      case Draft.Written written -> new Read(verified(written, asked, asking), true);
    };
  }

  private Answer verified(Draft.Written written, String asked, Asking asking) {
    CitationVerifier.Verification verification = asking.verification();
    var parts = new ArrayList<Part>();
    written.claims().forEach(claim -> parts.addAll(verification.verify(claim)));
    List<String> dropped = verification.dropped();
    String by = written.notes().reader(asked);
    var reading = new ArrayList<>(written.notes().reading());
    dropped.forEach(claim -> reading.add("not shown: " + claim));
    if (parts.isEmpty()) {
      var notes = new Notes(reading, written.notes().notices(), by);
      return asking.abstention.by(asked, asking.evidence.passages(),
          new Draft.Declined(Reason.NOT_SUPPORTED, 0, notes));
    }
    var notices = new ArrayList<>(written.notes().notices());
    if (!dropped.isEmpty()) {
      notices.add((dropped.size() == 1 ? "One sentence" : dropped.size() + " sentences") + " that " + by
          + " wrote " + (dropped.size() == 1 ? "is" : "are")
          + " not shown: the passages cited don't carry that. 'why' says more.");
    }
    var trace = new Trace(asking.query, asking.evidence.passages(), reading, "answered by the " + by + " reader",
        notices, millisSince(asking.began));
    return new Answer.Grounded(parts, verification.citations(), by, written.confidence(), trace);
  }

  /** What a draft became, and whether anything was written in it. */
  private record Read(Answer answer, boolean written) {}

  /** A question between retrieval and answer. */
  private final class Asking {
    private final Query query;
    private final Evidence evidence;
    private final AnswerListener listener;
    private final Abstention abstention;
    private final long began;
    private final CitationVerifier.Verification checked;

    Asking(Query query, Evidence evidence, AnswerListener listener, Abstention abstention, long began) {
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
          List<Part> parts = verification.verify(claim);
          if (!parts.isEmpty()) {
            listener.parts(parts);
          }
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
      case Answer.Grounded grounded -> new Turn(question.text(), query.text(), query.carried(), grounded.text(),
          grounded.parts().stream().flatMap(part -> part.marked().stream()).findFirst().orElse(""));
      case Answer.Abstained abstained -> new Turn(question.text(), query.text(), query.carried(), "", "");
    };
  }

  static long millisSince(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }
}
