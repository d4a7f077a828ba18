package dev.docent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the test tree in a process of its own, told what to do line by line. */
public final class JavaProcess implements AutoCloseable {
  private final Process process;
  private final PrintStream in;
  private final BufferedReader out;

  private JavaProcess(Process process) {
    this.process = process;
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** @param before what the command begins with, such as a shell that sets limits; often nothing */
  public static JavaProcess start(List<String> before, Class<?> program, Object... arguments) throws IOException {
    var command = new ArrayList<>(before);
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8",
        "-Dstdin.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), program.getName()));
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    return new JavaProcess(new ProcessBuilder(command).redirectError(Redirect.DISCARD).start());
  }

  public void tell(String line) {
    in.println(line);
  }

  /** The next line that the program prints; empty when it has ended. */
  public String hear() throws IOException {
    String line = out.readLine();
    return line == null ? "" : line;
  }

  /** As {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The exit code, once the program has ended. */
  public int end() throws InterruptedException {
    in.close();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
