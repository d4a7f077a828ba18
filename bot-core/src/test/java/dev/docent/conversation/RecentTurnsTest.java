package dev.docent.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTurnsTest {
  private static final ConversationId ANNA = new ConversationId("anna");
  private static final ConversationId BORIS = new ConversationId("boris");
  private static final ConversationId CLARA = new ConversationId("clara");

  private final RecentTurns turns = new RecentTurns(2, 2);

  @Test
  void knowsNothingOfANewConversation() {
    assertThat(turns.turns(ANNA)).isEmpty();
  }

  @Test
  void keepsTheLatestTurnsOldestFirst() {
    say(ANNA, "one", "two", "three");
    assertThat(said(ANNA)).containsExactly("two", "three");
  }

  @Test
  void keepsConversationsApart() {
    say(ANNA, "one");
    say(BORIS, "two");
    assertThat(said(ANNA)).containsExactly("one");
    assertThat(said(BORIS)).containsExactly("two");
  }

  @Test
  void letsTheLongestUnusedConversationGo() {
    say(ANNA, "one");
    say(BORIS, "two");
    assertThat(said(ANNA)).isNotEmpty();
    say(CLARA, "three");
    assertThat(said(BORIS)).isEmpty();
    assertThat(said(ANNA)).containsExactly("one");
  }

  @Test
  void forgetsOneConversationOnly() {
    say(ANNA, "one");
    say(BORIS, "two");
    turns.forget(ANNA);
    turns.forget(CLARA);
    assertThat(said(ANNA)).isEmpty();
    assertThat(said(BORIS)).containsExactly("two");
  }

  @Test
  void givesAListThatLaterTurnsDontChange() {
    say(ANNA, "one");
    List<Turn> before = turns.turns(ANNA);
    say(ANNA, "two");
    assertThat(before).hasSize(1);
  }

  @Test
  void refusesToKeepNothing() {
    assertThatThrownBy(() -> new RecentTurns(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConversationId(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private void say(ConversationId id, String... questions) {
    for (String question : questions) {
      turns.remember(id, Turn.asked(question));
    }
  }

  private List<String> said(ConversationId id) {
    return turns.turns(id).stream().map(Turn::question).toList();
  }
}
