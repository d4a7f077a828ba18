package dev.docent.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a conversation takes of memory, as the operating system counts it: the most that was ever resident, with all that
 * is mapped of files, for that is the figure a user sees.
 */
class MemoryIT {
  private static final long MOST_MEGABYTES = 400;
  private static final Path SHIPPED = Path.of("..", "knowledge").toAbsolutePath().normalize();
  private static final long PATIENCE_MILLIS = 60_000;
  private static final List<String> QUESTIONS = List.of("Who was the first US ambassador to Moscow?",
      "When did Soyuz and Apollo dock in space?", "Who was the Soviet foreign minister?",
      "When did the United States recognise the Soviet Union?", "What is the capital of Australia?",
      "Who was president then?");

  private final DocentProcess docent;

  MemoryIT(@TempDir Path folder) throws IOException {
    docent = new DocentProcess(Files.createDirectories(folder.resolve("home")), SHIPPED);
  }

  @Test
  void aConversationOverTheShippedKnowledgeStaysWithinFourHundredMegabytes() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc here to read a process's memory from");
    docent.ended(docent.start(command()), QUESTIONS.getFirst() + "\n");
    Process process = docent.start(command());
    try (OutputStream in = process.getOutputStream()) {
      for (String question : QUESTIONS) {
        long before = docent.text("out").length();
        in.write((question + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        awaitMoreThan(before);
      }
      assertThat(docent.text("out")).contains("Bullitt", "1975");
      assertThat(most(process.pid()) / 1024).isBetween(100L, MOST_MEGABYTES);
    }
    docent.ended(process, "");
  }

  /** As the launcher starts the shell, for a user who has used it before. */
  private List<String> command() {
    List<String> command = docent.command(docent.home().resolve("cache"));
    command.removeAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    return command;
  }

  private void awaitMoreThan(long length) throws IOException, InterruptedException {
    long until = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (docent.text("out").length() <= length) {
      assertThat(System.currentTimeMillis()).as("waiting for an answer").isLessThan(until);
      Thread.sleep(20);
    }
  }

  /** In kilobytes. */
  private static long most(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
      return lines.filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
