package dev.docent.telegram;

import dev.docent.telegram.TelegramBot.Patience;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.api.BotToken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A bot in a process of its own, so that it can be killed. Its answers repeat the question. */
final class BotProcess {
  private BotProcess() {}

  /** @param arguments the server's address, the token, a folder, the port of a webhook or nothing */
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
        .limited(1_000_000, 1_000_000, 0, 8)
        .receiving(arguments.length > 3 ? Way.hook(Integer.parseInt(arguments[3])) : Way.POLLING.reception());
    TelegramBot bot = TelegramBot.open(settings, docent, new SimpleMeterRegistry(),
        new Patience(Stage.QUICK.api(), Stage.QUICK.poll(), Stage.QUICK.chat()));
    bot.start(false);
    bot.await();
  }

  static Process start(URI address, String token, Path folder) throws IOException {
    return start(address, token, folder, 0);
  }

  /** @param port of the webhook; 0 for a bot that polls */
  static Process start(URI address, String token, Path folder, int port) throws IOException {
    var command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
            BotProcess.class.getName(), address.toString(), token, folder.toString()));
    if (port > 0) {
      command.add(Integer.toString(port));
    }
    return new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("bot.log").toFile()))
        .start();
  }
}
