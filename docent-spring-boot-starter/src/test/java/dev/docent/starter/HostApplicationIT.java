package dev.docent.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application outside of this project, compiled and run by itself, with the starter on its path. */
class HostApplicationIT {
  private static final String APPLICATION = """
      package host;

      import dev.docent.Docent;
      import dev.docent.answer.AnswerListener;
      import dev.docent.answer.Question;
      import org.springframework.boot.SpringApplication;
      import org.springframework.boot.autoconfigure.SpringBootApplication;

      @SpringBootApplication
      public class Host {
        public static void main(String[] args) throws Exception {
          try (var context = SpringApplication.run(Host.class, args)) {
            System.out.println(context.getBean(Docent.class)
                .ask(Question.of("Where are the spare keys?"), AnswerListener.SILENT).text());
            System.out.println("port " + context.getEnvironment().getProperty("server.port"));
          }
        }
      }
      """;

  private final Path folder;
  private final Path classes;
  private final Path knowledge;

  HostApplicationIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    classes = Files.createDirectories(folder.resolve("classes"));
    knowledge = Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(knowledge.resolve("keys.md"),
        "# Keys\n\nThe spare keys are kept in the blue cabinet beside the printer.\n");
    Path source = Files.writeString(Files.createDirectories(folder.resolve("src/host")).resolve("Host.java"),
        APPLICATION);
    int problems = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"),
            source.toString());
    assertThat(problems).isZero();
  }

  @Test
  void withOneSettingItAnswersOverAFolderAndNothingOfTheUsersOwnSettingsReachesIt() throws Exception {
    settings("server:\n  port: 9999\ndocent:\n  model: ollama:nobody\n");

    Ended ended = run("--docent.knowledge=" + knowledge);

    assertThat(ended.code).as(ended.output).isZero();
    assertThat(ended.output).contains("“The spare keys are kept in the blue cabinet beside the printer.”")
        .contains("port null");
  }

  @Test
  void aBrokenSettingsFileOfTheUsersIsNoMatterOfItsOwn() throws Exception {
    settings("docent: [unclosed");

    Ended ended = run("--docent.knowledge=" + knowledge);

    assertThat(ended.code).as(ended.output).isZero();
    assertThat(ended.output).contains("blue cabinet");
  }

  @Test
  void aSettingThatCantBeUsedIsNamedWithoutAStackTrace() throws Exception {
    Ended none = run();
    assertThat(none.code).isEqualTo(1);
    assertThat(none.output).contains("APPLICATION FAILED TO START", "docent.knowledge: no folder is named")
        .doesNotContain("\tat ");

    Ended missing = run("--docent.knowledge=" + folder.resolve("nowhere"));
    assertThat(missing.code).isEqualTo(1);
    assertThat(missing.output).contains("APPLICATION FAILED TO START", folder.resolve("nowhere").toString())
        .doesNotContain("\tat ");

    Ended model = run("--docent.knowledge=" + knowledge, "--docent.model=application");
    assertThat(model.code).isEqualTo(1);
    assertThat(model.output).contains("no bean of ChatModel or StreamingChatModel").doesNotContain("\tat ");
  }

  private void settings(String yaml) throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("config/docent")).resolve("docent.yaml"), yaml);
  }

  private record Ended(int code, String output) {}

  private Ended run(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-cp",
        classes + File.pathSeparator + System.getProperty("java.class.path"), "host.Host"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), output);
  }
}
