package dev.docent.answer.pipeline;

import dev.docent.answer.Notes;
import dev.docent.answer.Evidence;
import dev.docent.answer.Draft;
import dev.docent.answer.Reader;
import dev.docent.answer.Answer;
import dev.docent.answer.EvidenceSource;
import dev.docent.answer.Answer.SmallTalk;
import dev.docent.answer.Trace;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.answer.ClaimListener;
import dev.docent.answer.Part;

import dev.docent.answer.Answer.Reason;
import dev.docent.conversation.ConversationStore;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.retrieval.NamedDocuments;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryRewriter;
import dev.docent.retrieval.ReciprocalRankFusion;
import dev.docent.retrieval.Reranker;
import dev.docent.retrieval.Retriever;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** The way of a question, one line a stop. Safe for use by several threads. */
public final class Answerer {
  /** What is looked at again, and what of it the reader is shown. */
  private static final int RETRIEVED = 20;
  private static final int NEAREST = 5;
  /** Of the segments, for a language to be worth a translation of each question. */
  private static final double GOOD_PART = 0.15;

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
      Optional<SmallTalk> talk = SmallTalkCues.of(question.text());
      if (talk.isPresent()) {
        return abstention(Query.of(question.text()), view, began).of(talk.get());
      }
      if (question.empty()) {
        return abstention(Query.of(question.text()), view, began).because(Reason.EMPTY_QUESTION);
      }
      listener.searching(reader.name());
      Query query = understood(question, view);
      listener.understood(query);
      Answer answer = answered(query, turns(question), view, listener, began);
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
    Query query = rewriter.rewrite(question.text(), turns, mainLanguages(view));
    return TopicCarrier.carried(query, turns, view, asked -> passages(asked, view, 1));
  }

  /** The languages that hold a good part of the documents, that of most first. */
  private static Set<Language> mainLanguages(IndexView view) {
    var segments = new EnumMap<Language, Integer>(Language.class);
    view.documents().forEach(entry -> segments.merge(entry.language(), entry.segments(), Integer::sum));
    int all = segments.values().stream().mapToInt(Integer::intValue).sum();
    Set<Language> main = segments.entrySet()
        .stream()
        .filter(one -> one.getValue() >= GOOD_PART * all && view.languages().contains(one.getKey()))
        .sorted(Map.Entry.<Language, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    return main.isEmpty() ? view.languages() : main;
  }

  private Answer answered(Query query, List<Turn> turns, IndexView view, AnswerListener listener, long began)
      throws InterruptedException {
    Abstention abstention = abstention(query, view, began);
    if (view.segmentCount() == 0) {
      return abstention.because(Reason.NO_DOCUMENTS);
    }
    Optional<List<Passage>> gathered = special.gather(query, view, asked -> passages(asked, view, NEAREST));
    List<Passage> passages = gathered
        .orElseGet(() -> reader.evidence(limit -> passages(query, view, limit)));
    if (passages.isEmpty()) {
      return abstention.withoutEvidence(retriever.retrieve(query, view, NEAREST));
    }
    var asking = new Asking(query, new Evidence(passages, view, turns), listener, abstention, began);
    listener.reading(passages, reader.name());
    Query asked = gathered.isPresent() ? query : NamedDocuments.withoutFileNames(query);
    Read read = asking.verified(reader.read(asked, asking.evidence, asking.heard()), reader.name());
    return read.fault.isEmpty() || reader.otherwise().isEmpty()
        ? read.answer
        : otherwise(reader.otherwise().get(), asked, read, asking);
  }

  /** What was written can't be shown without misleading: what another reader finds is of more use than the rest of it. */
  private Answer otherwise(Reader other, Query asked, Read first, Asking asking) throws InterruptedException {
    Evidence evidence = asking.evidence.best(other.passages());
    Draft draft = other.read(asked, evidence, claim -> {});
    Trace before = first.answer.trace();
    Answer answer = asking.verified(draft, other.name()).answer;
    Trace trace = answer.trace();
    String instead = answer instanceof Answer.Grounded ? " Answered offline instead." : "";
    var notices = new ArrayList<>(List.of("The answer of " + first.answer.reader() + " is not shown: " + first.fault
        + "." + instead));
    notices.addAll(before.notices());
    notices.addAll(trace.notices());
    var reading = new ArrayList<>(before.reading());
    trace.reading().forEach(line -> reading.add(other.name() + ": " + line));
    var whole = new Trace(trace.query(), trace.passages(), reading, trace.decision(), notices,
        millisSince(asking.began),
        before.dropped(), before.usage());
    if (asking.told) {
      asking.listener.restarted(first.fault);
    }
    return switch (answer) {
      case Answer.Grounded g -> {
        asking.listener.parts(g.parts());
        yield new Answer.Grounded(g.parts(), g.citations(), g.reader(), g.confidence(), whole);
      }
      case Answer.Abstained a -> a.by(a.reader(), whole);
    };
  }

  /** The ranked passages for a query, in each of the languages it is in, without a reader. */
  public List<Passage> passages(Query query, IndexView view, int limit) {
    var rankings = new ArrayList<List<Passage>>();
    rankings.add(ranked(query, view, limit));
    for (String translation : query.translations()) {
      rankings.add(ranked(query.withText(translation), view, limit));
    }
    List<Passage> ranked = rankings.size() == 1
        ? rankings.getFirst()
        : ReciprocalRankFusion.EQUAL.fuse(rankings, limit);
    return ranked.subList(0, Math.min(limit, ranked.size()));
  }

  private List<Passage> ranked(Query query, IndexView view, int limit) {
    return reranker.rerank(query, retriever.retrieve(query, view, Math.max(RETRIEVED, 2 * limit)), view);
  }

  private List<Turn> turns(Question question) {
    if (!question.history().isEmpty() || question.conversation() == null) {
      return question.history();
    }
    return conversations.turns(question.conversation());
  }

  /**
   * What a draft became.
   *
   * @param fault why it must not be shown as it is; empty where nothing speaks against it
   */
  private record Read(Answer answer, String fault) {}

  /** A question between retrieval and answer. */
  private final class Asking {
    private final Query query;
    private final Evidence evidence;
    private final AnswerListener listener;
    private final Abstention abstention;
    private final long began;
    private final CitationVerifier.Verification checked;
    private boolean told;

    Asking(Query query, Evidence evidence, AnswerListener listener, Abstention abstention, long began) {
      this.query = query;
      this.evidence = evidence;
      this.listener = listener;
      this.abstention = abstention;
      this.began = began;
      this.checked = verifier.begin(evidence, query);
    }

    /** Decides what of a draft is shown. */
    Read verified(Draft draft, Reader.Name asked) throws InterruptedException {
      return switch (draft) {
        case Draft.Declined declined -> new Read(abstention.by(asked, evidence.passages(), declined), "");
        case Draft.Written written -> verified(written, asked);
      };
    }

    private Read verified(Draft.Written written, Reader.Name asked) throws InterruptedException {
      var writing = new WrittenAnswer(checked.again(), written);
      writing.verify();
      Notes notes = writing.notes();
      Reader.Name by = notes.reader(asked);
      if (writing.parts().isEmpty()) {
        Answer.Abstained abstained = abstention.by(asked, evidence.passages(),
            new Draft.Declined(Reason.NOT_SUPPORTED, 0, notes));
        return new Read(abstained.by(by, traced(abstained.trace(), writing, notes)), writing.fault());
      }
      var trace = new Trace(query, evidence.passages(), List.of(), "answered by the " + by + " reader", List.of(),
          millisSince(began));
      return new Read(new Answer.Grounded(writing.parts(), writing.citations(), by, written.confidence(),
          traced(trace, writing, notes)), writing.fault());
    }

    private Trace traced(Trace trace, WrittenAnswer writing, Notes notes) {
      var reading = new ArrayList<>(notes.reading());
      writing.dropped().forEach(claim -> reading.add("not shown: " + claim));
      var notices = new ArrayList<>(notes.notices());
      if (writing.fault().isEmpty()) {
        notices.addAll(writing.leftOut());
      }
      return new Trace(query, trace.passages(), reading, trace.decision(), notices, trace.millis(), writing.dropped(),
          notes.usage());
    }

    /** Lets the listener hear each claim as soon as it is written, if it is verified and may be shown already. */
    ClaimListener heard() {
      return new ClaimListener() {
        private CitationVerifier.Verification verification = checked.again();

        @Override
        public void claim(Draft.Claim claim) {
          List<Part> parts = verification.verify(claim);
          // Without what answers the rest won't be shown either.
          boolean whole = verification.dropped().isEmpty() || !verification.citations().isEmpty();
          if (!parts.isEmpty() && whole && !(verification.reviews() && claim instanceof Draft.Claim.Said)) {
            told = true;
            listener.parts(parts);
          }
        }

        @Override
        public void restart(String reason) {
          verification = checked.again();
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
