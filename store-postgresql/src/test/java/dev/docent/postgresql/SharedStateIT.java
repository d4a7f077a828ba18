package dev.docent.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.conversation.ConversationId;
import dev.docent.conversation.Turn;
import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.Limits;
import dev.docent.telegram.access.Member;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.access.Pairing;
import dev.docent.telegram.folder.Election;
import dev.docent.telegram.folder.FolderSync;
import dev.docent.telegram.store.Conversations;
import dev.docent.telegram.store.Feedback;
import dev.docent.telegram.store.PersonSigns;
import dev.docent.telegram.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What replicas of one bot have in common, whichever of them is asked. */
class SharedStateIT {
  private static final Path NOWHERE = Path.of("nowhere-at-all");
  private final Map<String, String> settings = TestDatabase.settings(TestDatabase.newSchema());

  private Store open() {
    return TestDatabase.open(settings, 7);
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      Thread.sleep(20);
    }
  }

  @Test
  void noQuestionIsAskedBeyondTheLimitWhicheverReplicaItReaches() throws InterruptedException {
    try (Store a = open(); Store b = open()) {
      List<Limits> replicas = List.of(new Limits(7, 100, 5, a), new Limits(7, 100, 5, b));
      var asked = new AtomicInteger();
      var remote = new AtomicInteger();
      List<Thread> threads = IntStream.range(0, 6).mapToObj(t -> Thread.ofVirtual().start(() -> {
        for (int i = 0; i < 4; i++) {
          Limits limits = replicas.get((t + i) % 2);
          if (limits.ask(1) instanceof Limits.Verdict.Free) {
            asked.incrementAndGet();
          }
          if (limits.remote()) {
            remote.incrementAndGet();
          }
        }
      })).toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(asked).hasValue(7);
      assertThat(remote).hasValue(5);
      assertThat(replicas.get(0).ask(1)).isInstanceOf(Limits.Verdict.Wait.class);
      assertThat(replicas.get(1).ask(2)).isInstanceOf(Limits.Verdict.Free.class);
      assertThat(replicas.get(0).askedToday()).isEqualTo(8);
      Limits daily = new Limits(100, 7, 0, b);
      assertThat(daily.ask(1)).isInstanceOf(Limits.Verdict.Tomorrow.class);
    }
  }

  @Test
  void theCodeAndTheSignsOfPeopleAreTheSame() {
    try (Store a = open(); Store b = open()) {
      assertThat(Pairing.of(a).code()).isEqualTo(Pairing.of(b).code());
      assertThat(PersonSigns.of(a, NOWHERE).of(5)).isEqualTo(PersonSigns.of(b, NOWHERE).of(5));
      Feedback.of(a, NOWHERE).add(new Feedback.Rating(Instant.now(), 1, 2, "q", "grounded", List.of(), "up"));
      assertThat(Feedback.of(b, NOWHERE).forget(2)).isEqualTo(1);
      assertThat(Feedback.of(a, NOWHERE).forget(1)).isZero();
      assertThat(NOWHERE).doesNotExist();
    }
  }

  @Test
  void ofTwoAdministratorsWhoUnmakeEachOtherAtOnceOneStays() throws Exception {
    try (Store a = open(); Store b = open(); var threads = Executors.newFixedThreadPool(2)) {
      Access first = new Access(Openness.PAIRED, Set.of(), Set.of(), Set.of(), a);
      Access second = new Access(Openness.PAIRED, Set.of(), Set.of(), Set.of(), b);
      for (int i = 0; i < 20; i++) {
        first.set(1, Member.Standing.ADMIN);
        first.set(2, Member.Standing.ADMIN);
        Future<Boolean> one = threads.submit(() -> first.demote(2));
        Future<Boolean> other = threads.submit(() -> second.demote(1));
        assertThat(one.get() ^ other.get()).as("one of the two").isTrue();
        assertThat(first.admins()).hasSize(1);
      }
    }
  }

  @Test
  void aConversationIsGoneOnWithByAnotherReplica() {
    var id = new ConversationId("c");
    try (Store a = open(); Store b = open()) {
      var first = new EchoDocent(0);
      var second = new EchoDocent(0);
      first.turns.put(id, List.of(Turn.asked("Who?")));
      second.turns.put(id, List.of(Turn.asked("of long ago")));
      new Conversations(first, a).keep(id);
      new Conversations(second, b).refresh(id);
      assertThat(second.turns(id)).isEqualTo(first.turns(id));
    }
  }

  @Test
  void oneReadsTheFolderAndWhenItEndsAnotherDoes() throws InterruptedException {
    var docents = List.of(new EchoDocent(0), new EchoDocent(0));
    Store a = open();
    try (Store b = open();
        FolderSync second = new FolderSync(docents.get(1),
            new Election(() -> b.sharing().orElseThrow().lead("folder")))) {
      try (FolderSync first = new FolderSync(docents.get(0),
          new Election(() -> a.sharing().orElseThrow().lead("folder")))) {
        first.begin(false);
        await("the first reads", first::leads);
        second.begin(false);
        Thread.sleep(2_500);
        assertThat(second.leads()).isFalse();
        assertThat(docents.get(1).reloads).hasValue(0);
      }
      a.close();
      await("the second reads", () -> docents.get(1).reloads.get() == 1);
      assertThat(second.leads()).isTrue();
    }
  }
}
