package dev.docent.telegram.rehearsal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.rehearsal.BotClient;
import dev.docent.telegram.rehearsal.EchoBot;
import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A whole rehearsal from a pipe, with a bot that only repeats. */
@Execution(ExecutionMode.CONCURRENT)
class RehearsalIT {
  private final FakeTelegram telegram = FakeTelegram.start();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    telegram.close();
  }

  private String rehearse(boolean terminal, String... lines) throws Exception {
    BufferedReader in = new BufferedReader(new StringReader(String.join("\n", lines) + "\n"));
    new Rehearsal(telegram, in, new PrintStream(out, true, StandardCharsets.UTF_8), terminal, "en").run(EchoBot::new);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(telegram.violations()).isEmpty();
    return text.substring(text.indexOf('\n') + 1);
  }

  @Test
  void aMessageIsAnsweredWithItsQuoteAndItsButton() throws Exception {
    assertThat(rehearse(false, "hello")).isEqualTo("""
        You> hello
          … typing
          … You said
          You said: hello
          ▏or so
          [:1 Louder]
        """);
  }

  @Test
  void aLongTextIsSentInPieces() throws Exception {
    rehearse(false, "a".repeat(4095) + "😀" + "b".repeat(900));
    assertThat(telegram.sent(TelegramUser.named(1001, "You").privateChat())).extracting(sent -> sent.text().length())
        .containsExactly("You said: \nor so".length() + 4080, "You said: \nor so".length() + 902);
  }

  @Test
  void aBotThatShowsNoSignIsNotWaitedForLong() throws Exception {
    BufferedReader in = new BufferedReader(new StringReader("hello\n"));
    long began = System.nanoTime();
    new Rehearsal(telegram, in, new PrintStream(out, true, StandardCharsets.UTF_8), false, "en").run(fake -> {
      BotClient deaf = new BotClient(fake);
      Thread.ofVirtual().start(() -> {
        try {
          long offset = deaf.call("getUpdates", "{'timeout':20}").result().path(0).path("update_id").asLong() + 1;
          deaf.call("getUpdates", "{'timeout':20,'offset':" + offset + "}");
        } catch (UncheckedIOException e) {
          // The rehearsal has ended.
        }
      });
      return deaf;
    });
    assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
  }

  @Test
  void thePairingCodeIsSaidAndSent() throws Exception {
    BufferedReader in = new BufferedReader(new StringReader(":pair\n"));
    Rehearsal rehearsal = new Rehearsal(telegram, in, new PrintStream(out, true, StandardCharsets.UTF_8), false, "en");
    boolean lawful = rehearsal.run(fake -> {
      rehearsal.pairing("K82WQXM6");
      return new EchoBot(fake);
    });
    assertThat(lawful).isTrue();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("the pairing code K82WQXM6")
        .contains("You said: K82WQXM6");
  }

  @Test
  void aBrokenRuleIsSaidAtTheEnd() throws Exception {
    BufferedReader in = new BufferedReader(new StringReader("hello\n"));
    boolean lawful = new Rehearsal(telegram, in, new PrintStream(out, true, StandardCharsets.UTF_8), false, "en")
        .run(fake -> {
          try (BotClient clumsy = new BotClient(fake)) {
            clumsy.call("sendMessage", "{'chat_id':1001,'text':' '}");
          }
          return new EchoBot(fake);
        });
    assertThat(lawful).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("sendMessage: text is blank\n");
  }

  @Test
  void aButtonIsPressedByItsNumber() throws Exception {
    assertThat(rehearse(false, "hello", "again", ":2", ":7")).endsWith("""
          [:2 Louder]
        You> :2
          (Loud it is)
          (changed) YOU SAID: AGAIN
          OR SO
        You> :7
          There is no button 7.
        """);
  }

  @Test
  void aFileIsSent(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("my notes.md"), "# Notes");
    assertThat(rehearse(false, ":upload " + file, ":upload " + folder.resolve("none.md"), ":upload"))
        .contains("You said: a file my notes.md\n")
        .contains("There is no file")
        .contains(":upload needs a file");
  }

  @Test
  void theLastMessageIsEdited() throws Exception {
    assertThat(rehearse(false, ":edit no", "helo", ":edit hello")).contains("You have written nothing here yet.")
        .contains("You said: helo\n")
        .contains("You said: hello\n");
    assertThat(telegram.calls("sendMessage")).hasSize(2);
  }

  @Test
  void inAGroupOnlyWhatIsMeantForTheBotReachesIt() throws Exception {
    assertThat(rehearse(false, ":group", "good morning", "@docent_rehearsal_bot who?", ":reply when?", ":topic",
        "/ask@docent_rehearsal_bot here", ":private", "back")).isEqualTo("""
            You> :group
            You in Readers> good morning
            You in Readers> @docent_rehearsal_bot who?
              … typing
              You said: @docent_rehearsal_bot who?
              ▏or so
              [:1 Louder]
            You in Readers> :reply when?
              … typing
              You said: when?
              ▏or so
              [:2 Louder]
            You in Readers> :topic
            You in Forum> /ask@docent_rehearsal_bot here
              … typing
              You said: /ask@docent_rehearsal_bot here
              ▏or so
              [:3 Louder]
            You in Forum> :private
            You> back
              … typing
              … You said
              You said: back
              ▏or so
              [:4 Louder]
            """);
  }

  @Test
  void somebodyElseHasAChatOfTheirOwn() throws Exception {
    assertThat(rehearse(false, "hello", ":as Boris ru", "here too", ":1", ":as You", ":1"))
        .contains("Boris> here too\n")
        .contains("Only You can press that")
        .contains("YOU SAID: HELLO");
  }

  @Test
  void onATerminalAnAnswerTakesThePlaceOfItsDraft() throws Exception {
    assertThat(rehearse(true, "hello")).contains("  … typing\n")
        .contains("\033[1A\033[J  You said ▌\n")
        .contains("\033[1A\033[J  You said: hello\n  ▏or so\n");
  }

  @Test
  void whatIsTypedWronglyIsSaidAndReachesNobody() throws Exception {
    assertThat(rehearse(false, ":uplod x", "", "  ", ":help", ":quit", "never")).contains("there is no :uplod")
        .contains(":upload FILE")
        .doesNotContain("never");
    assertThat(telegram.calls("sendMessage")).isEmpty();
  }
}
