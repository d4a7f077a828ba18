package dev.docent.postgresql;

import dev.docent.telegram.TelegramBot;
import dev.docent.telegram.TelegramBot.Patience;
import dev.docent.telegram.TelegramSettings;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.api.ApiTiming;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.polling.PollTiming;
import dev.docent.telegram.polling.Reception;
import dev.docent.telegram.question.BotTiming;
import dev.docent.telegram.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A replica of the bot in a process of its own, so that it can be killed. */
final class ReplicaProcess {
  /** Short enough for tests, in the proportions of the real ones. */
  private static final Patience QUICK = new Patience(
      new ApiTiming(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1)),
      new PollTiming(Duration.ofSeconds(60), Duration.ofMillis(50), Duration.ofMillis(800), Duration.ofMillis(500),
          Duration.ofMinutes(10)),
      BotTiming.STANDARD);

  private ReplicaProcess() {}

  /**
   * What a replica is started with.
   *
   * @param telegram the Bot API's address
   * @param hook the address under which Telegram finds all replicas
   * @param answerMillis how long an answer takes
   * @param atOnce how many are made at once
   */
  record Setup(URI telegram, String token, URI hook, String schema, Path folder, long answerMillis, int atOnce) {}

  static Process start(Setup setup, int port) throws IOException {
    var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
        ReplicaProcess.class.getName(), setup.telegram().toString(), setup.token(), setup.hook().toString(),
        setup.schema(), setup.folder().resolve("replica-" + port).toString(), Long.toString(setup.answerMillis()),
        Integer.toString(setup.atOnce()), Integer.toString(port), TestDatabase.url());
    return new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(setup.folder().resolve("replica-" + port + ".log").toFile()))
        .start();
  }

  public static void main(String[] arguments) throws InterruptedException {
    var reception = new Reception.Webhook(URI.create(arguments[2]), "127.0.0.1", Integer.parseInt(arguments[7]), null,
        40, false);
    TelegramSettings settings = TelegramSettings.of(new BotToken(arguments[1]), Path.of(arguments[4]))
        .at(URI.create(arguments[0]))
        .open(Openness.OPEN, Set.of())
        .limited(1_000_000, 1_000_000, 0, Integer.parseInt(arguments[6]))
        .receiving(reception);
    Store store = TestDatabase.open(TestDatabase.settings(arguments[8], arguments[3]), settings.token().botId());
    TelegramBot bot = TelegramBot.open(settings, new EchoDocent(Long.parseLong(arguments[5])),
        new SimpleMeterRegistry(), QUICK, store, true);
    bot.start(false);
    bot.await();
  }
}
