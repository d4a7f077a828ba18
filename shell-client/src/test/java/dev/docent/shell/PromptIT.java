package dev.docent.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The prompt at a pseudo-terminal, which util-linux's {@code script} provides. */
@Execution(ExecutionMode.CONCURRENT)
class PromptIT {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final long PATIENCE_MILLIS = 60_000;

  private final Path knowledge;
  private final DocentProcess docent;
  private int seen;

  PromptIT(@TempDir Path folder) throws IOException {
    knowledge = Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(knowledge.resolve("norvik.md"),
        "# Norvik\n\nThe lighthouse of Norvik was built by Ingrid Solberg in 1871.\n");
    docent = new DocentProcess(Files.createDirectories(folder.resolve("home")), knowledge);
  }

  @BeforeAll
  static void needsAPseudoTerminal() {
    assumeTrue(Files.isExecutable(SCRIPT), "no /usr/bin/script here to make a pseudo-terminal with");
  }

  @Test
  void questionsCommandsAndCtrlCAtOnePrompt() throws Exception {
    docent.run("", "reload");
    Process process = atTerminal();
    try (OutputStream keys = process.getOutputStream()) {
      await("docent> ");
      type(keys, "who built the lighthouse of Norvik?\r");
      await("norvik.md");
      await("docent> ");
      type(keys, "half a question");
      await("half a question");
      type(keys, "\003");
      await("docent> ");
      type(keys, "why\r");
      await("decided");
      await("docent> ");
      type(keys, "documents\r");
      await("1 document, ");
      await("docent> ");
      type(keys, "/quit\r");
    }
    assertThat(docent.ended(process, "").code()).isZero();
    assertThat(docent.text("out")).contains("1 document, 1 segment · offline reader", "Ingrid Solberg");
    assertThat(Files.readString(docent.home().resolve("state/docent/history"))).contains("lighthouse of Norvik?");
  }

  @Test
  void saysWhatItReloadedWhileTheUserTypes() throws Exception {
    Process process = atTerminal();
    try (OutputStream keys = process.getOutputStream()) {
      await("docent> ");
      type(keys, "half a question");
      await("half a question");
      Files.writeString(knowledge.resolve("prices.md"), "# Prices\n\nCod costs 40 crowns.\n");
      await("reloaded: + prices.md");
      await("half a question");
      type(keys, "\003");
      await("docent> ");
      type(keys, "/quit\r");
    }
    assertThat(docent.ended(process, "").code()).isZero();
  }

  @Test
  void answersFromAPdfWhileItIsThere() throws Exception {
    docent.run("", "reload");
    Process process = atTerminal();
    try (OutputStream keys = process.getOutputStream()) {
      await("docent> ");
      Path pdf = knowledge.resolve("lamp.pdf");
      write(pdf, "The wifi password of the kitchen is barnacle.");
      await("reloaded: + lamp.pdf");
      type(keys, "what is the wifi password of the kitchen?\r");
      await("barnacle");
      await("lamp.pdf");
      await("page 1");
      await("docent> ");
      Files.delete(pdf);
      await("reloaded: - lamp.pdf");
      type(keys, "what is the wifi password of the kitchen?\r");
      await("The documents don't say");
      await("docent> ");
      type(keys, "/quit\r");
    }
    assertThat(docent.ended(process, "").code()).isZero();
  }

  private static void write(Path file, String words) throws IOException {
    try (var pdf = new PDDocument()) {
      var page = new PDPage();
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 11);
        content.newLineAtOffset(60, 700);
        content.showText(words);
        content.endText();
      }
      pdf.save(file.toFile());
    }
  }

  @Test
  void thePromptIsThereAndCommandsRunWhileTheModelsAreStillLoading() throws Exception {
    Path cache = docent.home().resolve("cache");
    docent.ended(docent.start(docent.command(cache, "ask", "Who built the lighthouse of Norvik?")), "");
    Path graph = keptGraphOf(cache, "reader").resolveSibling("contents");
    Path pipe = slowToRead(graph);
    Process process = atTerminal(docent.command(cache));
    try (OutputStream keys = process.getOutputStream()) {
      await("docent> ");
      type(keys, "documents\r");
      await("1 document, ");
      await("docent> ");
      // The model's loading goes on here: the list of what it holds is empty, so that it is made anew.
      Files.newOutputStream(pipe).close();
      type(keys, "who built the lighthouse of Norvik?\r");
      await("Ingrid Solberg");
      await("docent> ");
      type(keys, "/quit\r");
    }
    assertThat(docent.ended(process, "").code()).isZero();
    assertThat(keptGraphOf(cache, "reader")).isRegularFile();
  }

  private static Path keptGraphOf(Path cache, String model) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.endsWith("graph.onnx") && file.toString().contains(model))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Puts a pipe in a file's locators; who reads it waits until somebody writes. */
  private static Path slowToRead(Path file) throws IOException, InterruptedException {
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    return file;
  }

  @Test
  void ctrlDLeaves() throws Exception {
    Process process = atTerminal();
    try (OutputStream keys = process.getOutputStream()) {
      await("docent> ");
      type(keys, "\004");
      assertThat(process.waitFor()).isZero();
    }
  }

  private Process atTerminal() throws IOException {
    return atTerminal(docent.command());
  }

  private Process atTerminal(List<String> command) throws IOException {
    String line = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    // A shell that stays in between would be ended by the Ctrl-C that is meant for Docent.
    return docent.start(List.of(SCRIPT.toString(), "-qefc", "exec " + line, "/dev/null"));
  }

  private static void type(OutputStream keys, String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  // Each waits for what comes after the one before.
  private void await(String words) throws IOException, InterruptedException {
    long until = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (docent.text("out").indexOf(words, seen) < 0) {
      assertThat(System.currentTimeMillis()).as("waiting for '%s', got: %s", words, docent.text("out"))
          .isLessThan(until);
      Thread.sleep(50);
    }
    seen = docent.text("out").indexOf(words, seen) + words.length();
  }
}
