package dev.docent.telegram.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.Docent;
import dev.docent.conversation.ConversationId;
import dev.docent.conversation.Turn;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsTest {
  private static final ConversationId ANNS = new ConversationId("telegram:1001");
  private static final ConversationId BOBS = new ConversationId("telegram:1002");
  private static final Turn TURN = new Turn("and when?", "when was the bridge built", List.of("the bridge"), "In 1842.",
      "1842");

  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = Store.open(folder.resolve("bot.mv"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Remembers turns, and can do nothing else. */
  private static Docent remembering(Map<ConversationId, List<Turn>> turns) {
    return (Docent) Proxy.newProxyInstance(Docent.class.getClassLoader(), new Class<?>[]{Docent.class},
        (proxy, method, arguments) -> switch (method.getName()) {
          case "turns" -> turns.getOrDefault(arguments[0], List.of());
          case "resume" -> turns.put((ConversationId) arguments[0], List.copyOf((List<Turn>) arguments[1])) == null
              ? null
              : null;
          case "forget" -> turns.remove(arguments[0]) == null ? null : null;
          default -> throw new UnsupportedOperationException(method.getName());
        });
  }

  private Map<ConversationId, List<Turn>> afterARestart() {
    var turns = new HashMap<ConversationId, List<Turn>>();
    new Conversations(remembering(turns), store).restore();
    return turns;
  }

  @Test
  void whatWasSaidIsKnownAfterARestart() {
    var conversations = new Conversations(remembering(new HashMap<>(Map.of(ANNS, List.of(TURN)))), store);
    conversations.keep(ANNS);
    conversations.keep(BOBS);
    assertThat(afterARestart()).isEqualTo(Map.of(ANNS, List.of(TURN)));
  }

  @Test
  void whatIsForgottenIsForgottenForGood() {
    var conversations = new Conversations(
        remembering(new HashMap<>(Map.of(ANNS, List.of(TURN), BOBS, List.of(TURN)))), store);
    conversations.keep(ANNS);
    conversations.keep(BOBS);
    conversations.forget(ANNS);
    assertThat(afterARestart()).containsOnlyKeys(BOBS);
    assertThat(conversations.forgetKept(BOBS::equals)).isEqualTo(1);
    assertThat(afterARestart()).isEmpty();
  }

  @Test
  void theLatestAreKeptForATime() {
    var turns = new HashMap<ConversationId, List<Turn>>();
    var conversations = new Conversations(remembering(turns), store);
    for (int i = 0; i < Conversations.MOST + 5; i++) {
      var id = new ConversationId("telegram:" + i);
      turns.put(id, List.of(TURN));
      conversations.keep(id);
    }
    conversations.prune(Duration.ofHours(1));
    assertThat(afterARestart().size()).isBetween(Conversations.MOST, Conversations.MOST + 1);
    conversations.prune(Duration.ofSeconds(-1));
    assertThat(afterARestart()).isEmpty();
  }
}
