package dev.docent.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.shell.DocentProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged shell as a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
class ShellProcessIT {
  private static final String LIGHTHOUSE = """
      # The lighthouse of Norvik

      The lighthouse of Norvik was built by Ingrid Solberg in 1871.
      Its lamp can be seen from thirty kilometres away.
      """;

  private final DocentProcess docent;
  private final Path knowledge;

  ShellProcessIT(@TempDir Path folder) throws IOException {
    knowledge = Files.createDirectories(folder.resolve("know ledge"));
    Files.writeString(knowledge.resolve("norvik.md"), LIGHTHOUSE);
    docent = new DocentProcess(Files.createDirectories(folder.resolve("home")), knowledge);
  }

  @Test
  void aQuestionIsAnsweredWithItsPlace() throws Exception {
    Ended ended = docent.run("", "ask", "Who", "built the lighthouse of Norvik?");

    assertThat(ended.out()).contains("Ingrid Solberg", "[1] norvik.md").doesNotContain("\033");
    assertThat(ended.code()).isZero();
  }

  @Test
  void whatTheDocumentsDoNotSayIsAnAbstention() throws Exception {
    Ended ended = docent.run("", "ask", "--json", "What is the price of tea in Japan?");

    assertThat(ended.out()).contains("\"verdict\":\"abstained\"").hasLineCount(1);
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void aQuestionLeavesNoLibraryInTheTemporaryFolder() throws Exception {
    Path temporary = Files.createDirectories(docent.home().resolve("tmp"));
    List<String> command = docent.commandWithoutCache("ask", "Who built the lighthouse of Norvik?");
    command.add(1, "-Djava.io.tmpdir=" + temporary);

    assertThat(docent.ended(docent.start(command), "").code()).isZero();
    try (Stream<Path> left = Files.walk(temporary)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void aBatchComesFromStandardInputInOrder() throws Exception {
    Ended ended = docent.run("""
        {"id": "q1", "question": "Who built the lighthouse of Norvik?"}
        nonsense
        {"id": "q3", "question": "Wer hat den Leuchtturm gebaut — und warum?"}
        """, "ask", "--batch", "-");

    assertThat(ended.out().lines()).satisfiesExactly(one -> assertThat(one).startsWith("{\"id\":\"q1\""),
        two -> assertThat(two).contains("\"error\""), three -> assertThat(three).contains("gebaut — und"));
    assertThat(ended.code()).isOne();
  }

  @Test
  void aPipeIsAnsweredLineByLine() throws Exception {
    Ended ended = docent.run("Who built the lighthouse of Norvik?\n\nWhat does tea cost in Japan?\n");

    assertThat(ended.out()).contains("Ingrid Solberg");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void aReloadSaysWhatChanged() throws Exception {
    assertThat(docent.run("", "reload").out()).startsWith("+ norvik.md");
    Files.writeString(knowledge.resolve("new.md"), "# New\n\nA new document.\n");
    Files.delete(knowledge.resolve("norvik.md"));

    assertThat(docent.run("", "reload", "--json").out())
        .startsWith("{\"added\":[\"new.md\"],\"changed\":[],\"removed\":[\"norvik.md\"]");
  }

  @Test
  void misuseAndFailureAreOneLineOnStandardError() throws Exception {
    assertThat(docent.run("", "ask", "--nope")).isEqualTo(new Ended(2, "",
        "docent: no such option: --nope. Put -- before words that begin with a dash. Try: docent ask --help\n"));
    Ended missing = docent.run("", "--knowledge", "/no/such/folder", "ask", "who");
    assertThat(missing.err()).startsWith("docent: ").contains("/no/such/folder").hasLineCount(1);
    assertThat(missing.code()).isOne();
    assertThat(docent.home().resolve("data/docent/indexes")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "ask --help", "completion bash"})
  void whatOnlyExplainsStartsNoSpring(String line) throws Exception {
    var command = new ArrayList<>(docent.command(line.split(" ")));
    Path classes = docent.home().resolve("classes");
    command.add(command.indexOf("-jar"), "-Xlog:class+load:file=" + classes);

    Ended ended = docent.ended(docent.start(command), "");

    assertThat(ended).returns(0, Ended::code).returns("", Ended::err);
    assertThat(ended.out()).contains("ocent");
    assertThat(Files.readAllLines(classes)).anyMatch(loaded -> loaded.contains("dev.docent.shell.line.CommandLine"))
        .noneMatch(loaded -> loaded.matches(".*org\\.springframework\\.(boot|beans|context|core)\\..*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"documents", "gaps"})
  void whatAsksNothingLoadsNoModel(String line) throws Exception {
    docent.run("", "reload");
    var command = new ArrayList<>(docent.command(line.split(" ")));
    Path classes = docent.home().resolve("classes");
    command.add(command.indexOf("-jar"), "-Xlog:class+load:file=" + classes);

    assertThat(docent.ended(docent.start(command), "")).returns(0, Ended::code);
    assertThat(Files.readAllLines(classes))
        .noneMatch(loaded -> loaded.contains("ai.onnxruntime.OrtEnvironment"));
  }

  @Test
  void theVersionNamesTheProgramTheJavaAndTheModels() throws Exception {
    assertThat(docent.run("", "--version").out().lines()).satisfiesExactly(
        docent -> assertThat(docent).matches("Docent \\d+\\.\\d+\\.\\d+.*"),
        java -> assertThat(java).startsWith("Java " + Runtime.version().feature()),
        embedding -> assertThat(embedding).contains("bge-small-en-v1.5"),
        reader -> assertThat(reader).startsWith("Reader"));
  }

  @Test
  void theSettingsFileIsReadAndItsMistakesAreNamed() throws Exception {
    Path file = Files.createDirectories(docent.home().resolve("config/docent")).resolve("docent.yaml");
    Files.writeString(file, "docent:\n  model: gpt\n");

    Ended ended = docent.run("", "ask", "who");

    assertThat(ended.err()).startsWith("docent: docent.model: the model 'gpt' is unknown.").hasLineCount(1);
    assertThat(ended.code()).isOne();
    assertThat(docent.run("", "--model", "offline", "ask", "Who built the lighthouse?").code()).isZero();
  }

  @Test
  void aForeignPropertiesFileInTheWorkingFolderIsNotRead() throws Exception {
    Files.writeString(docent.home().resolve("application.properties"), "docent.model=gpt\n");

    assertThat(docent.run("", "ask", "Who built the lighthouse of Norvik?").code()).isZero();
  }

  @Test
  void leavingWhileModelsAreLoadedIsNoCrash() throws Exception {
    for (int i = 0; i < 4; i++) {
      Ended ended = docent.run("", "ask", "xyzzy");
      assertThat(ended).returns(3, Ended::code).returns("", Ended::err);
    }
  }

  @Test
  void ctrlCEndsACommandWithItsCode() throws Exception {
    docent.run("", "reload");
    Process process = docent.start(docent.command("ask", "--batch", "-"));
    process.getOutputStream().write("{\"question\": \"Who built it?\"}\n".getBytes(UTF_8));
    process.getOutputStream().flush();
    while (!docent.text("out").contains("verdict")) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(50);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(docent.ended(process, "").code()).isEqualTo(130);
    assertThat(docent.text("err")).isEmpty();
  }
}
