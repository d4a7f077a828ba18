package dev.docent.telegram.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.api.ApiTiming;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.sending.CallListener;
import dev.docent.telegram.sending.Pace;
import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an update is done with, without anything that is said. */
class CompletionTest {
  private final BotApi nowhere = new BotApi(URI.create("http://127.0.0.1:1"),
      new BotToken("700500300:AAEabcdefghijklmnopqrstuvwxyz012345"), ApiTiming.STANDARD);
  private final Store store;
  private final Inbox inbox;
  private final Completion completion;

  CompletionTest(@TempDir Path folder) {
    store = Store.open(folder.resolve("s.mv"));
    inbox = store.inbox(7);
    inbox.receive(List.of(ReceivedUpdate.now(1, "{}", false), ReceivedUpdate.now(2, "{}", false)));
    completion = new Completion(inbox, new Sender(nowhere, new Pace(), new CallListener() {
    }), new ChatQueues(),
        GivenAnswer.in(store));
  }

  @AfterEach
  void close() {
    nowhere.close();
    store.close();
  }

  private List<Long> open() {
    return inbox.open().stream().map(ReceivedUpdate::update).toList();
  }

  @Test
  void whatNeedsNoWordsIsDoneWithBeforeWhatFollowsIt() {
    var seen = new ArrayList<List<Long>>();
    completion.now(1, () -> new Reaction.Nothing(() -> seen.add(open())));
    assertThat(seen).containsExactly(List.of(2L));
  }

  @Test
  void whatSomebodyElseTookStaysOpen() {
    completion.now(1, () -> Reaction.TAKEN);
    assertThat(open()).containsExactly(1L, 2L);
  }

  @Test
  void whatBelongsTogetherIsDoneWithTogether() {
    assertThat(completion.together(() -> List.of(1L, 2L), () -> Reaction.NOTHING)).isFalse();
    assertThat(open()).isEmpty();
  }

  @Test
  void aHandlerThatFailsIsNotTriedAgain() {
    completion.now(1, () -> {
      throw new IllegalStateException("as it would be again");
    });
    assertThat(open()).containsExactly(2L);
    assertThat(completion.takePostponed()).isEmpty();
  }

  @Test
  void whatCouldNotBeWrittenDownIsTriedAgain() {
    completion.together(() -> List.of(2L, 1L), () -> {
      throw new StoreException("full", new IOException("no room"));
    });
    assertThat(open()).containsExactly(1L, 2L);
    assertThat(completion.takePostponed()).containsExactly(1L, 2L);
    assertThat(completion.takePostponed()).isEmpty();
  }

  @Test
  void aStopLeavesItToTheNextStart() {
    completion.now(1, () -> {
      throw new InterruptedException("stopping");
    });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(open()).containsExactly(1L, 2L);
  }
}
