package dev.docent.telegram;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.boot.DocentProperties;
import dev.docent.boot.UserFolders;
import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.terminal.Rehearsal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole bot against a Bot API server in this process. What is tried stays without consequences: documents are a
 * copy, unless there are too many to copy, and all that is kept is thrown away.
 */
final class RehearsalCommand {
  private static final long COPIED = 100L << 20;
  private static final int FEW = 200;
  private static final Duration READING = Duration.ofSeconds(30);

  private RehearsalCommand() {}

  static int run(Map<String, String> flags, PrintStream out) throws Exception {
    Path scratch = Files.createTempDirectory("docent-rehearsal");
    // Ctrl-C ends the program where it stands.
    Thread interrupted = Thread.ofPlatform().unstarted(() -> {
      try {
        remove(scratch);
      } catch (IOException e) {
        // What is still being written stays until the system clears its temporary folder.
      }
    });
    Runtime.getRuntime().addShutdownHook(interrupted);
    try (FakeTelegram telegram = FakeTelegram.start()) {
      Map<String, String> settings = new LinkedHashMap<>(flags);
      settings.put("docent.data", scratch.resolve("data").toString());
      settings.put("docent.telegram.token", telegram.token());
      settings.put("docent.telegram.base-url", telegram.baseUrl().toString());
      settings.put("docent.telegram.access", "paired");
      settings.put("docent.telegram.admins", "");
      settings.put("docent.telegram.health-port", "0");
      // What is tried out must not get among what is real.
      settings.put("docent.store", "file");
      Path documents = knowledge(flags);
      if (size(documents) <= COPIED) {
        copy(documents, scratch.resolve("knowledge"));
        settings.put("docent.knowledge", scratch.resolve("knowledge").toString());
      }
      Charset charset = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
      var in = new BufferedReader(new InputStreamReader(System.in, charset));
      boolean terminal = attached();
      var rehearsal = new Rehearsal(telegram, in, out, terminal, Locale.getDefault().getLanguage());
      return rehearsal.run(fake -> begun(settings, rehearsal)) ? 0 : TelegramApplication.FAILED;
    } finally {
      Runtime.getRuntime().removeShutdownHook(interrupted);
      remove(scratch);
    }
  }

  private static ConfigurableApplicationContext begun(Map<String, String> settings, Rehearsal rehearsal)
      throws InterruptedException {
    // The person at the terminal is all there is, and sees what the bot does.
    System.setProperty("DOCENT_LOG", System.getenv().getOrDefault("DOCENT_LOG", "error"));
    System.setProperty("DOCENT_AUDIT", System.getenv().getOrDefault("DOCENT_AUDIT", "error"));
    ConfigurableApplicationContext context = TelegramApplication.start(settings);
    TelegramBot bot = context.getBean(TelegramBot.class);
    String code = bot.pairingCode();
    if (code != null) {
      rehearsal.pairing(code);
    }
    bot.start(context.getBean(DocentSettings.class).watch());
    bot.awaitFirstReading(READING);
    awaitVectors(context.getBean(Docent.class));
    return context;
  }

  /** Of a small folder the vectors are there in a moment, and the first answers as good as the later ones. */
  private static void awaitVectors(Docent docent) throws InterruptedException {
    long end = System.nanoTime() + READING.toNanos();
    while (System.nanoTime() < end && docent.status().segments() <= FEW && docent.status().vectorsMissing() > 0) {
      Thread.sleep(50);
    }
  }

  private static boolean attached() {
    // From 22 to 24 Java's default console is there even when nobody is.
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  /** Where the documents are, as Spring would find it out later. */
  private static Path knowledge(Map<String, String> flags) {
    @Nullable
    String given = flags.getOrDefault("docent.knowledge", System.getenv("DOCENT_KNOWLEDGE"));
    return new DocentProperties(given, null, null, null, null, UserFolders.current().data().toString(), null, null,
        null, null, null).settings()
        .knowledge();
  }

  private static long size(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long[] sum = {0};
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        sum[0] += Files.isRegularFile(file) ? Files.size(file) : 0;
        if (sum[0] > COPIED) {
          break;
        }
      }
    }
    return sum[0];
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (Files.isRegularFile(file)) {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
