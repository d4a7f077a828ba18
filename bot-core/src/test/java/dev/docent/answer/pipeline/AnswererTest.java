package dev.docent.answer.pipeline;

import dev.docent.answer.Notes;
import dev.docent.answer.Evidence;
import dev.docent.answer.Draft;
import dev.docent.answer.Dropped;
import dev.docent.answer.Citation;
import dev.docent.answer.Reader;
import dev.docent.answer.Answer;
import dev.docent.answer.ClaimCheck;
import dev.docent.answer.EvidenceSource;
import dev.docent.answer.Layout;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.answer.ClaimListener;
import dev.docent.answer.Part;
import dev.docent.answer.Answer.SmallTalk;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.docent.answer.Answer.Abstained;
import dev.docent.answer.Answer.Grounded;
import dev.docent.answer.Answer.Reason;
import dev.docent.answer.Draft.Claim;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Support;
import dev.docent.conversation.ConversationId;
import dev.docent.conversation.ConversationStore;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.SegmentVector;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.Reranker;
import dev.docent.retrieval.Retriever;
import dev.docent.retrieval.RetrieverRank;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswererTest {
  private static final Segment OFFICE = segment("office.md", "The office opens at nine. Dogs may come on Fridays.");
  private static final Segment BAKERY = segment("bakery.md", "The bakery sells bread.");
  private static final Segment SHOP = segment("shop.md", "The shop sells boats.");
  private static final ConversationId CHAT = new ConversationId("chat");
  private static final Said NINE = said("It opens at nine.", "The office opens at nine.");
  private static final Said TEN = said("It opens at ten.", "The office opens at ten.");

  private final List<Turn> remembered = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final List<Integer> shown = new ArrayList<>();
  private final AnswerListener listener = new AnswerListener() {
    @Override
    public void parts(List<Part> parts) {
      heard.add(Layout.plain(parts));
    }

    @Override
    public void restarted(String reason) {
      heard.add("restarted: " + reason);
    }
  };
  private EvidenceSource special = EvidenceSource.NONE;
  private Retriever retriever = (query, view, limit) -> passages(OFFICE, BAKERY, SHOP);
  private Reranker reranker = Reranker.identity();
  private IndexView view = new InMemoryIndexView(OFFICE, BAKERY, SHOP);

  @Test
  void anAnswerIsTheVerifiedPartsWithTheirCitations() throws InterruptedException {
    Answer answer = ask(writing(NINE), "When does the office open?");
    assertThat(answer).isInstanceOfSatisfying(Grounded.class, grounded -> {
      assertThat(grounded.text()).isEqualTo("It opens at nine. [1]");
      assertThat(grounded.citations()).extracting(Citation::document).containsExactly("office.md");
      assertThat(grounded.confidence()).isEqualTo(0.8);
      assertThat(grounded.reader()).hasToString("writer");
      assertThat(grounded.trace().decision()).isEqualTo("answered by the writer reader");
    });
    assertThat(heard).containsExactly("It opens at nine. [1]");
  }

  @Test
  void whatIsInventedIsNeverShown() throws InterruptedException {
    Answer answer = ask(writing(TEN), "When does the office open?");
    assertThat(answer).isInstanceOfSatisfying(Abstained.class, abstained -> {
      assertThat(abstained.reason()).isEqualTo(Reason.NOT_SUPPORTED);
      assertThat(abstained.text()).doesNotContain("ten");
      assertThat(abstained.nearest()).isNotEmpty();
      assertThat(abstained.trace().dropped()).extracting(Dropped::text).containsExactly("It opens at ten.");
    });
    assertThat(heard).isEmpty();
  }

  @Test
  void whatIsLeftOutOfAnAnswerIsToldBesideIt() throws InterruptedException {
    Answer answer = ask(writing(NINE, NINE, NINE, TEN), "When does the office open?");
    assertThat(answer.text()).doesNotContain("ten");
    assertThat(answer.notices()).singleElement().asString().startsWith("Left out").contains("It opens at ten.");
    assertThat(answer.trace().reading()).anyMatch(line -> line.startsWith("not shown: "));
  }

  @Test
  void anotherReaderAnswersWhereTheFirstWouldMislead() throws InterruptedException {
    Answer answer = ask(writing(Optional.of(reader("offline", 5, written(NINE))), NINE, TEN),
        "When does the office open?");
    assertThat(answer).isInstanceOf(Grounded.class);
    assertThat(answer.reader()).hasToString("offline");
    assertThat(answer.notices().getFirst()).isEqualTo(
        "The answer of writer is not shown: much of it isn't carried: its quote is not in office.md. Answered offline instead.");
    assertThat(heard).containsExactly("It opens at nine. [1]",
        "restarted: much of it isn't carried: its quote is not in office.md", "It opens at nine. [1]");
  }

  @Test
  void nothingIsTakenBackWhereNothingWasTold() throws InterruptedException {
    Answer answer = ask(writing(Optional.of(reader("offline", 5, declined())), TEN), "When does the office open?");
    assertThat(answer).isInstanceOf(Abstained.class);
    assertThat(answer.notices().getFirst()).doesNotContain("Answered offline");
    assertThat(heard).isEmpty();
  }

  @Test
  void theReadersWordThatItDoesntSayIsTheAnswer() throws InterruptedException {
    assertThat(ask(reader("r", 5, declined()), "Why?")).isInstanceOfSatisfying(Abstained.class, abstained -> {
      assertThat(abstained.reason()).isEqualTo(Reason.NO_EVIDENCE);
      assertThat(abstained.confidence()).isEqualTo(0.1);
      assertThat(abstained.reader()).hasToString("r");
    });
  }

  @Test
  void whatStandsInNoDocumentIsNamed() throws InterruptedException {
    assertThat(ask(reader("r", 5, declined()), "Who was Kalinin?")).isInstanceOfSatisfying(Abstained.class,
        abstained -> {
          assertThat(abstained.absent()).containsExactly("Kalinin");
          assertThat(abstained.text()).startsWith("The documents don't say; “Kalinin” stands in none of them.");
          assertThat(abstained.talk()).isNull();
        });
  }

  @Test
  void aGreetingIsAnsweredWithoutLookingForIt() throws InterruptedException {
    retriever = (query, index, limit) -> {
      throw new AssertionError("looked for " + query);
    };
    assertThat(ask(writing(NINE), "Hello!")).isInstanceOfSatisfying(Abstained.class,
        abstained -> {
          assertThat(abstained.reason()).isEqualTo(Reason.SMALL_TALK);
          assertThat(abstained.talk()).returns(SmallTalk.Kind.GREETING, SmallTalk::kind);
        });
    assertThat(ask(writing(NINE), " ?! ")).isInstanceOfSatisfying(Abstained.class,
        abstained -> assertThat(abstained.reason()).isEqualTo(Reason.EMPTY_QUESTION));
    assertThat(remembered).isEmpty();
  }

  @Test
  void anEmptyFolderIsSaidToBeEmpty() throws InterruptedException {
    view = new InMemoryIndexView();
    assertThat(ask(writing(NINE), "When does the office open?")).isInstanceOfSatisfying(Abstained.class,
        abstained -> assertThat(abstained.reason()).isEqualTo(Reason.NO_DOCUMENTS));
  }

  @Test
  void whereNothingFitsTheNearestIsShownAndNobodyReads() throws InterruptedException {
    reranker = (query, passages, index) -> List.of();
    assertThat(ask(writing(NINE), "When does the office open?")).isInstanceOfSatisfying(Abstained.class, abstained -> {
      assertThat(abstained.reason()).isEqualTo(Reason.NO_EVIDENCE);
      assertThat(abstained.nearest()).isNotEmpty();
    });
    assertThat(shown).isEmpty();
  }

  @Test
  void theReaderIsShownAsManyPassagesAsItReads() throws InterruptedException {
    ask(reader("r", 2, written(NINE)), "When does the office open?");
    ask(reader("r", 9, written(NINE)), "When does the office open?");
    assertThat(shown).containsExactly(2, 3);
  }

  @Test
  void evidenceThatIsGatheredSpeciallyIsReadInPlaceOfTheRanked() throws InterruptedException {
    special = (query, index, ranking) -> Optional.of(passages(OFFICE));
    ask(reader("r", 5, written(NINE)), "When does the office open?");
    assertThat(shown).containsExactly(1);
  }

  @Test
  void aConversationRemembersWhatWasAskedAndAnswered() throws InterruptedException {
    answerer(writing(NINE)).answer(Question.in(CHAT, "When does the office open?"), listener);
    answerer(reader("r", 5, declined())).answer(Question.in(CHAT, "When does the office close?"), listener);
    answerer(writing(NINE)).answer(Question.of("When does it open?"), listener);
    assertThat(remembered).extracting(Turn::question, Turn::answer)
        .containsExactly(tuple("When does the office open?", "It opens at nine. [1]"),
            tuple("When does the office close?", ""));
  }

  @Test
  void aCancelledQuestionIsNotRemembered() {
    assertThatThrownBy(() -> answerer(failing(new CancellationException()))
        .answer(Question.in(CHAT, "When does the office open?"), listener)).isInstanceOf(InterruptedException.class);
    assertThatThrownBy(
        () -> answerer(failing(new IndexException("closed", new ClosedByInterruptException())))
            .answer(Question.in(CHAT, "When does the office open?"), listener))
        .isInstanceOf(InterruptedException.class);
    assertThat(remembered).isEmpty();
  }

  @Test
  void anIndexThatCantBeReadIsNoCancellation() {
    assertThatThrownBy(() -> answerer(failing(new IndexException("torn")))
        .answer(Question.of("When does the office open?"), listener)).isInstanceOf(IndexException.class);
  }

  private Answer ask(Reader reader, String question) throws InterruptedException {
    return answerer(reader).answer(Question.of(question), listener);
  }

  private Answerer answerer(Reader reader) {
    return new Answerer(new OneView(), new Remembering(), (question, turns, languages) -> Query.of(question), special,
        retriever, reranker, reader, new CitationVerifier(ClaimCheck.NONE));
  }

  private Reader writing(Said... claims) {
    return writing(Optional.empty(), claims);
  }

  private Reader writing(Optional<Reader> otherwise, Said... claims) {
    return reader("writer", 5, written(claims), otherwise);
  }

  private Reader reader(String name, int passages, Draft draft) {
    return reader(name, passages, draft, Optional.empty());
  }

  private Reader reader(String name, int passages, Draft draft, Optional<Reader> otherwise) {
    return new Reader() {
      @Override
      public Name name() {
        return Name.quoting(name);
      }

      @Override
      public Draft read(Query query, Evidence evidence, ClaimListener claims) {
        shown.add(evidence.passages().size());
        if (draft instanceof Draft.Written written) {
          written.claims().forEach(claims::claim);
        }
        return draft;
      }

      @Override
      public int passages() {
        return passages;
      }

      @Override
      public Optional<Reader> otherwise() {
        return otherwise;
      }
    };
  }

  private static Reader failing(RuntimeException failure) {
    return new Reader() {
      @Override
      public Name name() {
        return Name.writing("failing");
      }

      @Override
      public Draft read(Query query, Evidence evidence, ClaimListener claims) {
        throw failure;
      }
    };
  }

  private static Draft.Written written(Said... claims) {
    return new Draft.Written(List.<Claim>of(claims), 0.8, Notes.NONE);
  }

  private static Draft declined() {
    return new Draft.Declined(Reason.NO_EVIDENCE, 0.1, Notes.NONE);
  }

  private static Said said(String text, String quote) {
    return new Said(text, List.of(new Support(OFFICE, quote)));
  }

  private static List<Passage> passages(Segment... segments) {
    return IntStream.range(0, segments.length)
        .mapToObj(i -> new Passage(segments[i], i + 1, 1, new RetrieverRank(i + 1, 1), RetrieverRank.NONE))
        .toList();
  }

  /** Gives the one view and can't be changed. */
  private final class OneView implements SegmentIndex {
    @Override
    public IndexView acquire() {
      return view;
    }

    @Override
    public IndexView newest() {
      return view;
    }

    @Override
    public IndexChange change() {
      throw new UnsupportedOperationException("asking changes nothing");
    }

    @Override
    public void addVectors(List<SegmentVector> vectors) {
      throw new UnsupportedOperationException("asking changes nothing");
    }

    @Override
    public void startAnew(String damage) {
      throw new UnsupportedOperationException("asking changes nothing");
    }

    @Override
    public void close() {}
  }

  /** One conversation. */
  private final class Remembering implements ConversationStore {
    @Override
    public List<Turn> turns(ConversationId id) {
      return List.copyOf(remembered);
    }

    @Override
    public void remember(ConversationId id, Turn turn) {
      remembered.add(turn);
    }

    @Override
    public void forget(ConversationId id) {
      remembered.clear();
    }

    @Override
    public void forgetAll(Predicate<ConversationId> theirs) {
      remembered.clear();
    }
  }
}
