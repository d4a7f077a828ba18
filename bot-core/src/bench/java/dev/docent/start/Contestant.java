package dev.docent.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that is measured as a whole process.
 *
 * @param expected what its output must hold, or the run doesn't count
 * @param environment what it is told besides; everything of Docent's own is taken from it first
 */
record Contestant(String name, List<String> command, String expected, Map<String, String> environment) {
  Contestant {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** @throws IllegalStateException when the program didn't do what it is there for */
  Run run(Path work) throws IOException, InterruptedException {
    Path out = work.resolve("out");
    Path times = work.resolve("times");
    var timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; { time \"$@\" >\"$0\" 2>&1; } 2>"
        + "\"$TIMES\"", out.toString()));
    timed.addAll(command);
    var builder = new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(work.resolve("bash").toFile());
    builder.environment()
        .keySet()
        .removeIf(n -> n.startsWith("DOCENT_") || n.startsWith("XDG_") || n.contains("JAVA_"));
    builder.environment().putAll(environment);
    builder.environment().put("TIMES", times.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    int code = builder.start().waitFor();
    String output = Files.readString(out);
    if (code != 0 || !output.contains(expected)) {
      throw new IllegalStateException(name + " ended with " + code + " and said: " + output);
    }
    String[] taken = Files.readString(times).strip().split(" ");
    return new Run(Double.parseDouble(taken[0]), Double.parseDouble(taken[1]) + Double.parseDouble(taken[2]));
  }
}
