package dev.docent.start;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Runs the shell's StartProfile with what the launcher gives to Docent, and lets it print. Arguments: this repository's
 * folder, a folder to work in.
 */
final class StartProfiles {
  private static final String PROGRAM = "dev/docent/shell/StartProfile";

  private StartProfiles() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path repository = Path.of(arguments[0]);
    Path work = Path.of(arguments[1]);
    var home = new Home(repository, work.resolve("home"));
    Path cache = home.warm(work);
    Path jar = packed(repository.resolve("shell-client/target/test-classes"), work);
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(StartTable.QUICK);
    command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off", "-Ddocent.home=" + repository,
        "-Ddocent.cache=" + home.caches(), "-cp",
        repository.resolve("target/lib/docent.jar") + java.io.File.pathSeparator + jar));
    // The last of three is shown: the first two leave its files in memory.
    for (int run = 1; run <= 3; run++) {
      var asked = new ArrayList<>(command);
      asked.add(1, "-Dlaunched=" + System.currentTimeMillis());
      asked.addAll(List.of("dev.docent.shell.StartProfile", "ask", Home.QUESTION));
      var builder = new ProcessBuilder(asked).redirectError(work.resolve("err").toFile());
      builder.environment().putAll(home.asking().environment());
      if (run == 3) {
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
      } else {
        builder.redirectOutput(work.resolve("out").toFile());
      }
      if (builder.start().waitFor() != 0) {
        throw new IllegalStateException(Files.readString(work.resolve("err")));
      }
    }
  }

  private static Path packed(Path classes, Path folder) throws IOException {
    Path jar = folder.resolve("profile.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        var packed = new JarOutputStream(out);
        Stream<Path> files = Files.list(classes.resolve("dev/docent/shell"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("StartProfile")).toList()) {
        packed.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
    if (Files.size(jar) < 1000) {
      throw new IOException(PROGRAM + " is not compiled");
    }
    return jar;
  }
}
