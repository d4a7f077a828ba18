package dev.docent.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Docent as the operating system runs it, with a home of its own. */
record DocentProcess(Path home, Path knowledge) {
  private static final Path JAR = Path.of("..", "target", "lib", "docent.jar").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  /** A build in the background is deaf to Ctrl-C and perhaps to a hangup, and so would be what it starts. */
  private static final List<String> INTERRUPTIBLE = interruptible();

  /** What came of a run. */
  record Ended(int code, String out, String err) {}

  Ended run(String input, String... arguments) throws IOException, InterruptedException {
    return ended(start(command(arguments)), input);
  }

  private static List<String> interruptible() {
    List<String> prefix = List.of("/usr/bin/env", "--default-signal=INT,HUP");
    try {
      var probe = new ArrayList<>(prefix);
      probe.add("true");
      return new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0 ? prefix : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Process start(List<String> command) throws IOException {
    return builder(command).start();
  }

  ProcessBuilder builder(List<String> command) {
    var whole = new ArrayList<>(INTERRUPTIBLE);
    whole.addAll(command);
    var builder = new ProcessBuilder(whole).directory(home.toFile())
        .redirectOutput(home.resolve("out").toFile())
        .redirectError(home.resolve("err").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DOCENT_") || name.endsWith("_API_KEY"));
    builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
    builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
    builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("NO_COLOR");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  Ended ended(Process process, String input) throws IOException, InterruptedException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // it left without reading
    }
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + PATIENCE + "; said so far: " + text("out") + text("err"));
    }
    return new Ended(process.exitValue(), text("out"), text("err"));
  }

  /** What has been said so far. */
  String text(String stream) throws IOException {
    return Files.readString(home.resolve(stream));
  }

  /** With what a start makes of its models kept in a folder, as the launcher has it. */
  List<String> command(Path cache, String... arguments) {
    List<String> command = commandWithoutCache(arguments);
    command.add(1, "-Ddocent.cache=" + cache);
    return command;
  }

  /** With what the tests of this module keep. */
  List<String> command(String... arguments) {
    return command(Path.of(System.getProperty("docent.cache", home.resolve("cache").toString())), arguments);
  }

  List<String> commandWithoutCache(String... arguments) {
    var command = withoutArchive(arguments);
    command.addAll(1, List.of("-XX:SharedArchiveFile=" + Archive.FILE, "-Xlog:cds*=off"));
    return command;
  }

  private List<String> withoutArchive(String... arguments) {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dstdin.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8", "-Duser.home=" + home, "-jar", JAR.toString(), "--knowledge",
        knowledge.toString()));
    if (Runtime.version().feature() < 22) {
      // As the launcher does: these warn of what later ones allow.
      command.add(1, "--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of(arguments));
    return command;
  }

  /** The classes of a question in an archive, as the launcher has them: a third of every start. */
  private static final class Archive {
    private static final Path FILE = Path.of("target", "processes.jsa").toAbsolutePath();

    static {
      try {
        Path folder = Files.createTempDirectory("docent-archive");
        var docent = new DocentProcess(folder, Files.createDirectories(folder.resolve("knowledge")));
        List<String> command = docent.withoutArchive("ask", "Who?");
        command.addAll(1, List.of("-XX:ArchiveClassesAtExit=" + FILE, "-Xlog:cds*=off"));
        docent.ended(docent.start(command), "");
        FileSystemUtils.deleteRecursively(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
