package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.DocentFactory;
import dev.docent.reload.Progress;
import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.server.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as the operating system runs it, with the real core. */
class ProgramIT {
  private static final Path JAR = Path.of("..", "target", "lib", "docent-telegram.jar").toAbsolutePath().normalize();
  private static final TelegramUser ANN = TelegramUser.named(1001, "Ann");
  private static final Chat ANNS = ANN.privateChat();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Process start(Path home, Map<String, String> environment, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.home=" + home,
        "-Ddocent.cache=" + System.getProperty("docent.cache", ""), "-jar", JAR.toString(), "telegram",
        "--knowledge", home.resolve("knowledge").toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(home.toFile())
        .redirectOutput(home.resolve("out").toFile())
        .redirectError(home.resolve("err").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DOCENT_") || name.endsWith("_API_KEY"));
    for (String folder : List.of("CONFIG", "DATA", "STATE")) {
      builder.environment().put("XDG_" + folder + "_HOME", home.resolve(folder).toString());
    }
    builder.environment().put("DOCENT_TELEGRAM_HEALTH_PORT", "0");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static String err(Path home) throws IOException {
    return Files.readString(home.resolve("err"));
  }

  private static Map<String, String> pointedAt(FakeTelegram telegram) {
    return Map.of("DOCENT_TELEGRAM_TOKEN", telegram.token(), "DOCENT_TELEGRAM_BASE_URL",
        telegram.baseUrl().toString());
  }

  /** Scenario 41. */
  @Test
  void withoutATokenItSaysInOneLineWhatToDo(@TempDir Path home) throws Exception {
    assertThat(ended(start(home, Map.of()))).isEqualTo(78);
    assertThat(err(home).lines()).singleElement().asString().contains("@BotFather", "DOCENT_TELEGRAM_TOKEN");
  }

  /** Scenario 41. */
  @Test
  void aTokenThatCantBeOneIsRefusedWithoutBeingRepeated(@TempDir Path home) throws Exception {
    Files.writeString(home.resolve("token"), "my-secret-that-is-no-token");
    var file = Map.of("DOCENT_TELEGRAM_TOKEN_FILE", home.resolve("token").toString());
    assertThat(ended(start(home, file))).isEqualTo(78);
    assertThat(err(home).lines()).singleElement().asString().contains("no bot token").doesNotContain("my-secret");
  }

  /** Scenario 41. */
  @Test
  void aTokenThatTelegramRefusesEndsTheProgram(@TempDir Path home) throws Exception {
    Files.createDirectories(home.resolve("knowledge"));
    try (FakeTelegram telegram = FakeTelegram.start()) {
      telegram.faults().always("getMe", Fault.unauthorized());
      assertThat(ended(start(home, pointedAt(telegram)))).isEqualTo(78);
      assertThat(err(home)).contains("docent: Telegram doesn't accept the token").doesNotContain(telegram.token());
    }
  }

  /** Scenario 43. */
  @Test
  void aWebhookThatIsSetEndsTheProgramWithTheReason(@TempDir Path home) throws Exception {
    Files.createDirectories(home.resolve("knowledge"));
    try (FakeTelegram telegram = FakeTelegram.start()) {
      telegram.webhook("https://example.org/hook");
      assertThat(ended(start(home, pointedAt(telegram)))).isEqualTo(78);
      assertThat(err(home)).contains("docent: a webhook is set for this bot, at https://example.org",
          "docent.telegram.remove-webhook=true");
      assertThat(telegram.calls("deleteWebhook")).isEmpty();
    }
  }

  /** Scenario 42. */
  @Test
  void whileAnotherProgramPollsHealthIs503AndThenTheProgramEndsWithTheReason(@TempDir Path home) throws Exception {
    Files.createDirectories(home.resolve("knowledge"));
    int port = freePort();
    try (FakeTelegram telegram = FakeTelegram.start()) {
      telegram.faults().always("getUpdates", new Fault.Refusal(409, """
          {"ok": false, "error_code": 409, "description": "Conflict: terminated by other getUpdates request"}"""));
      var environment = new java.util.HashMap<>(pointedAt(telegram));
      environment.put("DOCENT_TELEGRAM_HEALTH_PORT", Integer.toString(port));
      Process process = start(home, environment);
      telegram.await("a conflict", PATIENCE, () -> said(home, "another program polls Telegram with the same token"));
      try (HttpClient client = HttpClient.newHttpClient()) {
        var health = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
            .build(), HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("DEGRADED", "another program polls with the same token");
      }
      assertThat(ended(process)).isEqualTo(78);
      assertThat(err(home)).contains("docent: another program polls Telegram with the same token, again and again");
    }
  }

  /** Scenarios 42 and 50: of two programs with webhooks of their own, the one that comes later. */
  @Test
  void whoseWebhookIsTakenByAnotherEndsWithTheReason(@TempDir Path home) throws Exception {
    Files.createDirectories(home.resolve("knowledge"));
    try (FakeTelegram telegram = FakeTelegram.start()) {
      telegram.webhook("https://example.org/hook/secret");
      int port = freePort();
      var environment = new java.util.HashMap<>(pointedAt(telegram));
      environment.put("DOCENT_TELEGRAM_WEBHOOK_URL", "http://127.0.0.1:" + port + "/hook");
      environment.put("DOCENT_TELEGRAM_WEBHOOK_PORT", Integer.toString(port));
      assertThat(ended(start(home, environment))).isEqualTo(78);
      assertThat(err(home)).contains("at https://example.org:", "docent.telegram.remove-webhook=true")
          .doesNotContain("hook/secret", telegram.token());
      assertThat(telegram.calls("setWebhook")).isEmpty();
      assertThat(telegram.calls("deleteWebhook")).isEmpty();
    }
  }

  @Test
  void aSettingThatCantBeUsedIsNamed(@TempDir Path home) throws Exception {
    assertThat(ended(start(home, Map.of("DOCENT_TELEGRAM_TOKEN", "123456:" + "A".repeat(35),
        "DOCENT_TELEGRAM_ACCESS", "friends")))).isEqualTo(78);
    assertThat(err(home).lines()).singleElement().asString().contains("docent.telegram.access", "friends", "paired");
  }

  @Test
  void aKnowledgeFolderThatIsMissingIsNamedAndNothingIsMadeForIt(@TempDir Path home) throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      Path gone = home.resolve("gone");
      assertThat(ended(start(home, pointedAt(telegram), "--knowledge", gone.toString()))).isEqualTo(78);
      assertThat(err(home).lines()).singleElement().asString().contains(gone.toString(), "--knowledge DIR");
      assertThat(home.resolve("DATA/docent/indexes")).doesNotExist();
    }
  }

  @Test
  void helpAndMisuseNeedNoToken(@TempDir Path home) throws Exception {
    assertThat(ended(start(home, Map.of(), "--help"))).isZero();
    assertThat(Files.readString(home.resolve("out"))).contains("--rehearse");
    assertThat(ended(start(home, Map.of(), "--nonsense"))).isEqualTo(2);
    assertThat(err(home)).contains("--nonsense");
  }

  /** Scenarios 12 and 50, and two processes on one index. */
  @Test
  void pairsAnswersTakesADocumentSeesAnothersReloadAndEndsWell(@TempDir Path home) throws Exception {
    Path knowledge = Files.createDirectories(home.resolve("knowledge"));
    Files.writeString(knowledge.resolve("bridges.md"),
        "# Bridges\n\nThe old bridge was built in 1842 by Anna Steele.\n");
    int port = freePort();
    try (FakeTelegram telegram = FakeTelegram.start()) {
      var environment = new java.util.HashMap<>(pointedAt(telegram));
      environment.put("DOCENT_TELEGRAM_HEALTH_PORT", Integer.toString(port));
      Process process = start(home, environment);
      try {
        telegram.await("the pairing code", PATIENCE, () -> said(home, "send it this code: "));
        String code = err(home).replaceAll("(?s).*send it this code: (\\S+).*", "$1");
        telegram.say(ANN, ANNS, code);
        telegram.await(ANNS, PATIENCE, sent -> sent.text().contains("my administrator"));
        telegram.say(ANN, ANNS, "Who built the old bridge?");
        BotMessage answer = telegram.await(ANNS, PATIENCE, sent -> sent.text().contains("Anna Steele"));
        assertThat(answer.text()).contains("bridges.md, Bridges, line 3");
        upload(telegram);
        reloadElsewhere(home, knowledge);
        telegram.say(ANN, ANNS, "When was the clock tower finished?");
        telegram.await(ANNS, PATIENCE, sent -> sent.text().contains("1911"));
        telegram.say(ANN, ANNS, "/status");
        BotMessage status = telegram.await(ANNS, PATIENCE, sent -> sent.text().contains("Documents: 3"));
        assertThat(status.text()).doesNotContain(telegram.token());
        healthy(port);
        process.destroy();
        assertThat(ended(process)).isZero();
        String log = err(home);
        assertThat(log).contains("audit: user 1001")
            .doesNotContain(telegram.token(), "old bridge", "clock tower")
            .doesNotContainIgnoringCase("cuda");
        assertThat(telegram.violations()).isEmpty();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static void upload(FakeTelegram telegram) {
    telegram.upload(ANN, ANNS, "ferries.md", "text/markdown",
        "# Ferries\n\nThe first ferry sailed in 1790.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    BotMessage offer = telegram.await(ANNS, PATIENCE, sent -> sent.button("Add").isPresent());
    telegram.press(ANN, offer, offer.button("Add").orElseThrow().data());
    telegram.await(ANNS, PATIENCE, sent -> sent.text().contains("Added ferries.md: 1 segment"));
    telegram.say(ANN, ANNS, "When did the first ferry sail?");
    telegram.await(ANNS, PATIENCE, sent -> sent.text().contains("1790"));
  }

  /** As the shell would, in a process of its own; this one is another than the bot's. */
  private static void reloadElsewhere(Path home, Path knowledge) throws Exception {
    Files.writeString(knowledge.resolve("clock.md"), "# Clock tower\n\nThe clock tower was finished in 1911.\n");
    try (Docent docent = DocentFactory.open(DocentSettings.of(knowledge, home.resolve("DATA").resolve("docent")))) {
      docent.reload(new dev.docent.reload.ReloadRequest(false, true), Progress.NONE);
      assertThat(docent.documents()).hasSize(3);
    }
  }

  private static void healthy(int port) throws Exception {
    String health = get(port, "/actuator/health");
    assertThat(health).contains("\"telegram\"", "\"index\"", "\"model\"", "\"inbox\"", "\"UP\"");
    assertThat(get(port, "/actuator/metrics")).contains("docent.telegram.updates", "docent.telegram.answer",
        "docent.telegram.calls", "docent.telegram.waiting");
    assertThat(get(port, "/actuator/metrics/docent.telegram.answer")).contains("measurements");
    assertThat(get(port, "/actuator/env")).isEqualTo("{}");
  }

  private static String get(int port, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean said(Path home, String words) {
    try {
      return err(home).contains(words);
    } catch (IOException e) {
      return false;
    }
  }
}
