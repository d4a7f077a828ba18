package dev.docent.telegram;

import dev.docent.telegram.TelegramBot.Patience;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.api.BotToken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A bot in a process of its own, so that it can be killed. Its answers repeat the question. */
final class BotProcess {
  private BotProcess() {}

  /** @param arguments the server's address, the token, a folder */
  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[2]);
    var docent = new FakeDocent(folder.resolve("knowledge"));
    docent.answers = (question, listener) -> {
      Thread.sleep(20);
      return Samples.quoting(question.text(), "answer to " + question.text());
    };
    TelegramSettings settings = TelegramSettings.of(new BotToken(arguments[1]), folder.resolve("data"))
        .at(URI.create(arguments[0]))
        .open(Openness.OPEN, Set.of())
        .limited(1_000_000, 1_000_000, 0, 8);
    TelegramBot bot = TelegramBot.open(settings, docent, new SimpleMeterRegistry(),
        new Patience(Stage.QUICK.api(), Stage.QUICK.poll(), Stage.QUICK.chat()));
    bot.start(false);
    bot.await();
  }

  static Process start(URI address, String token, Path folder) throws IOException {
    var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
        BotProcess.class.getName(), address.toString(), token, folder.toString());
    return new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("bot.log").toFile()))
        .start();
  }
}
