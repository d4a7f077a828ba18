package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole program as a new user tries it: the real documents, the real reader, no Telegram. */
@Execution(ExecutionMode.CONCURRENT)
class RehearsalCommandIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path JAR = Path.of("..", "target", "lib", "docent-telegram.jar").toAbsolutePath().normalize();

  /** What is tried, in the order of the page. */
  private enum Session {
    ENGLISH("en", "knowledge", "lines.txt"), RUSSIAN("ru", "docs/rehearsal/ru", "lines-ru.txt");

    private final String language;
    private final String knowledge;
    private final String lines;

    Session(String language, String knowledge, String lines) {
      this.language = language;
      this.knowledge = knowledge;
      this.lines = lines;
    }

    String language() {
      return language;
    }

    /** The folder of documents, from the root of the project. */
    String knowledge() {
      return knowledge;
    }

    String lines() {
      return lines;
    }
  }

  private static Process start(Path home, Session session) throws IOException {
    var builder = new ProcessBuilder(
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dstdin.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.language=" + session.language(),
            "-Ddocent.home=" + ROOT, "-Ddocent.cache=" + System.getProperty("docent.cache", ""),
            "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")), "-jar",
            JAR.toString(), "telegram", "--rehearse", "--knowledge", ROOT.resolve(session.knowledge()).toString())))
        .directory(ROOT.toFile())
        .redirectInput(ROOT.resolve("docs").resolve("rehearsal").resolve(session.lines()).toFile())
        .redirectOutput(home.resolve("out").toFile())
        .redirectError(home.resolve("err").toFile());
    if (Runtime.version().feature() < 22) {
      // As the launcher does: these warn of what later ones allow.
      builder.command().add(1, "--enable-native-access=ALL-UNNAMED");
    }
    builder.environment().keySet().removeIf(name -> name.startsWith("DOCENT_") || name.endsWith("_API_KEY"));
    for (String folder : List.of("CONFIG", "DATA", "STATE", "CACHE")) {
      builder.environment().put("XDG_" + folder + "_HOME", home.resolve(folder).toString());
    }
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  /** What differs from run to run: the code, how long it took, how much of a growing answer was seen. */
  private static String steady(String transcript) {
    // A growing answer of somebody who isn't looked at has its head line, too.
    return transcript.replaceAll("(?m)^  → to [^\\n]*:\\n(?=  … )", "")
        .lines()
        .filter(line -> !line.startsWith("  … "))
        .map(line -> line.replaceAll("pairing code \\w+", "pairing code …")
            .replaceAll("(in|за) \\d+[.,]\\d (s|с)", "$1 … $2"))
        .collect(Collectors.joining("\n"));
  }

  /** The session in its place among those on the page. */
  private static String documented(Session session) throws IOException {
    String page = Files.readString(ROOT.resolve("docs").resolve("telegram-rehearsal.md"));
    return page.split("```text\n")[session.ordinal() + 1].replaceAll("(?s)```.*", "");
  }

  @ParameterizedTest
  @EnumSource
  void theFirstRunIsAsTheDocumentationShowsIt(Session session, @TempDir Path home) throws Exception {
    Path before = ROOT.resolve("knowledge").resolve("depot.md");
    Process process = start(home, session);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
    String out = Files.readString(home.resolve("out"));
    String err = Files.readString(home.resolve("err"));
    assertThat(process.exitValue()).as(out + err).isZero();
    assertThat(err).isEmpty();
    assertThat(steady(out)).isEqualTo(steady(documented(session)));
    assertThat(before).as("the user's own documents are left as they are").doesNotExist();
    try (Stream<Path> left = Files.list(home.resolve("tmp"))) {
      assertThat(left.map(Path::getFileName).map(Path::toString).filter(name -> name.startsWith("docent"))).isEmpty();
    }
  }
}
