package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.DocentFactory;
import dev.docent.reload.Progress;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The modes of all that a bot with the real core writes, in a process with this or that umask. */
class ModesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TelegramUser ADA = TelegramUser.named(1003, "Ada");
  private static final Chat ADAS = ADA.privateChat();

  /** @param arguments the server's address, the token, a folder */
  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[2]);
    DocentSettings settings = DocentSettings.of(folder.resolve("knowledge"), folder.resolve("data"));
    try (Docent docent = DocentFactory.open(settings);
        TelegramBot bot = bot(URI.create(arguments[0]), arguments[1], settings, docent)) {
      bot.start(false);
      bot.awaitFirstReading(PATIENCE);
      docent.fillVectors(Progress.NONE);
      bot.await();
    }
  }

  private static TelegramBot bot(URI address, String token, DocentSettings settings, Docent docent) {
    return TelegramBot.open(TelegramSettings.of(new BotToken(token), settings.data().resolve("telegram"))
        .at(address)
        .open(Openness.OPEN, Set.of(ADA.id())), docent, new SimpleMeterRegistry(), Stage.QUICK);
  }

  private static Process begun(FakeTelegram telegram, Path folder, String umask) throws IOException {
    var command = List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Ddocent.cache=" + folder.resolve("cache"), "-cp",
        System.getProperty("java.class.path"), ModesIT.class.getName(), telegram.baseUrl().toString(),
        telegram.token(), folder.toString());
    return new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** What others could look into, with its mode. */
  private static Set<String> open(Path folder) throws IOException {
    var open = new TreeSet<String>();
    for (Path path : all(folder)) {
      try {
        String most = Files.isDirectory(path) ? "rwx------" : "rw-------";
        if (!mode(path).equals(most)) {
          open.add(mode(path) + " " + folder.relativize(path));
        }
      } catch (NoSuchFileException e) {
        // Lucene writes, and takes away, what it needs only while it writes.
      }
    }
    return open;
  }

  /** All that lies in a folder while a bot works in it. */
  private static List<Path> all(Path folder) throws IOException {
    var all = new ArrayList<Path>();
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
        all.add(inner);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        all.add(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
      }
    });
    return all;
  }

  private static void loosen(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        Set<PosixFilePermission> mode = PosixFilePermissions
            .fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--");
        Files.setPosixFilePermissions(path, mode);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"022", "077"})
  void whatIsKeptIsItsOwnersAloneAndWhatIsAddedIsReadLikeTheRest(String umask, @TempDir Path folder) throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
    Files.setPosixFilePermissions(knowledge, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path bridges = Files.writeString(knowledge.resolve("bridges.md"),
        "# Bridges\n\nThe old bridge was built in 1842 by Anna Steele.\n");
    Files.setPosixFilePermissions(bridges, PosixFilePermissions.fromString("rw-r--r--"));
    try (FakeTelegram telegram = FakeTelegram.start()) {
      Process bot = begun(telegram, folder, umask);
      try {
        telegram.say(ADA, ADAS, "Who built the old bridge?");
        BotMessage answer = telegram.await(ADAS, PATIENCE, sent -> sent.button("👎").isPresent());
        telegram.press(ADA, answer, answer.button("👎").orElseThrow().data());
        telegram.upload(ADA, ADAS, "ferries.md", "text/markdown",
            "# Ferries\n\nThe first ferry sailed in 1790.\n".getBytes(StandardCharsets.UTF_8));
        BotMessage offer = telegram.await(ADAS, PATIENCE, sent -> sent.button("Add").isPresent());
        telegram.press(ADA, offer, offer.button("Add").orElseThrow().data());
        telegram.await(ADAS, PATIENCE, sent -> sent.text().contains("Added ferries.md"));
        assertThat(mode(knowledge.resolve("ferries.md"))).isEqualTo("rw-r--r--");
        assertThat(open(folder.resolve("data"))).isEmpty();
        assertThat(open(folder.resolve("cache"))).isEmpty();
        assertThat(all(folder.resolve("data"))).extracting(path -> path.getFileName().toString())
            .contains("feedback.jsonl", "whose.key", "telegram-" + telegram.bot().id() + ".mv")
            .anyMatch(name -> name.startsWith("knowledge-") && name.endsWith(".jsonl"))
            .anyMatch(name -> name.startsWith("segments_"));
      } finally {
        bot.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void whatAnOlderVersionLeftOpenIsClosed(@TempDir Path folder) throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(knowledge.resolve("ferries.md"), "# Ferries\n\nThe first ferry sailed in 1790.\n");
    DocentSettings settings = DocentSettings.of(knowledge, folder.resolve("data"));
    try (FakeTelegram telegram = FakeTelegram.start()) {
      try (Docent docent = DocentFactory.open(settings);
          TelegramBot bot = bot(telegram.baseUrl(), telegram.token(), settings, docent)) {
        bot.start(false);
        telegram.say(ADA, ADAS, "When did the first ferry sail?");
        telegram.await(ADAS, PATIENCE, sent -> sent.text().contains("1790"));
      }
      loosen(folder.resolve("data"));
      try (Docent docent = DocentFactory.open(settings);
          TelegramBot bot = bot(telegram.baseUrl(), telegram.token(), settings, docent)) {
        bot.start(false);
        bot.awaitFirstReading(PATIENCE);
        assertThat(open(folder.resolve("data"))).isEmpty();
      }
    }
  }
}
