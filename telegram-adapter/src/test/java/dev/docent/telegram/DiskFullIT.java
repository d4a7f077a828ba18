package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The bot's file can't grow any more, as on a full disk. A limit of the system's for the process stands for the disk,
 * where there is a {@code prlimit} that sets it.
 */
class DiskFullIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static void largestFile(Process process, String size) throws IOException, InterruptedException {
    Process limiting = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + size + ":")
        .inheritIO()
        .start();
    assertThat(limiting.waitFor()).isZero();
  }

  private static boolean canLimit() throws InterruptedException {
    try {
      return new ProcessBuilder("prlimit", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return files.filter(file -> file.toString().endsWith(".mv")).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void answered(FakeTelegram telegram, String question) {
    telegram.await(ANNS, PATIENCE, sent -> sent.text().contains(question));
  }

  /** Scenario 47. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void whatCannotBeWrittenDownStaysAtTelegramUntilItCan(Way way, @TempDir Path folder) throws Exception {
    assumeTrue(canLimit(), "no prlimit here to make files stop growing");
    Files.createDirectories(folder.resolve("knowledge"));
    try (FakeTelegram telegram = FakeTelegram.start()) {
      Process bot = BotProcess.start(telegram.baseUrl(), telegram.token(), folder,
          way == Way.WEBHOOK ? Way.freePort() : 0);
      try {
        telegram.say(ANN, ANNS, "Number 1?");
        answered(telegram, "Number 1?");
        telegram.await("rest", PATIENCE, () -> telegram.atRest(Duration.ofMillis(500)));
        long full = size(folder);
        assertThat(full).isPositive();
        largestFile(bot, Long.toString(full));
        int number = 2;
        // What was freed before may be used again; then it is full.
        while (telegram.pending() == 0 && number < 200) {
          telegram.say(ANN, ANNS, "Number " + number++ + "? " + "It is a long question. ".repeat(100));
          Thread.sleep(300);
        }
        int polls = telegram.calls("getUpdates").size();
        Thread.sleep(3000);
        assertThat(telegram.pending()).as("the file of %d bytes takes no more", full).isPositive();
        assertThat(bot.isAlive()).isTrue();
        assertThat(telegram.calls("getUpdates").size() - polls).as("it asks less and less often").isLessThan(15);

        largestFile(bot, "unlimited");
        telegram.await("the confirmation", PATIENCE, () -> telegram.pending() == 0);
        for (int i = 2; i < number; i++) {
          answered(telegram, "Number " + i + "?");
        }
        telegram.say(ANN, ANNS, "Number 999?");
        answered(telegram, "Number 999?");
        telegram.await("rest", PATIENCE, () -> telegram.atRest(Duration.ofSeconds(1)));
        List<String> texts = telegram.sent(ANNS).stream().map(BotMessage::text).toList();
        assertThat(texts).as("no answer twice").doesNotHaveDuplicates();
        assertThat(telegram.violations()).isEmpty();
      } finally {
        bot.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        Files.readAllLines(folder.resolve("bot.log")).stream().limit(20).forEach(System.out::println);
      }
    }
  }
}
