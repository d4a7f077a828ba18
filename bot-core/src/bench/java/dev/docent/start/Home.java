package dev.docent.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Docent in the repository's folder, run by its launcher for a user whose folders lie elsewhere and are empty at first.
 *
 * @param repository the folder of the launcher
 * @param user below it lie the user's folders
 */
record Home(Path repository, Path user) {
  static final String QUESTION = "Who was the first US ambassador to Moscow?";
  private static final long PATIENCE_MILLIS = 180_000;

  Contestant asking() {
    return new Contestant("**docent ask**", List.of(repository.resolve("docent").toString(), "ask", QUESTION),
        "Bullitt", Map.of("DOCENT_JAVA_HOME", System.getProperty("java.home"), "XDG_DATA_HOME",
            user.resolve("data").toString(), "XDG_CONFIG_HOME", user.resolve("config").toString(), "XDG_STATE_HOME",
            user.resolve("state").toString(), "XDG_CACHE_HOME", user.resolve("cache").toString()));
  }

  Path caches() {
    return user.resolve("cache/docent");
  }

  /** Asks until the index is made and the caches are there; then the launcher's AOT cache. */
  Path warm(Path work) throws IOException, InterruptedException {
    asking().run(work);
    long began = System.currentTimeMillis();
    while (true) {
      try (Stream<Path> files = Files.list(caches())) {
        List<Path> all = files.toList();
        if (all.stream().noneMatch(file -> file.toString().endsWith(".training"))) {
          Path cache = all.stream()
              .filter(file -> file.toString().endsWith(".aot"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("the launcher made no AOT cache; that needs Java 25"));
          asking().run(work);
          return cache;
        }
      }
      if (System.currentTimeMillis() - began > PATIENCE_MILLIS) {
        throw new IllegalStateException("the launcher is still training its AOT cache");
      }
      Thread.sleep(200);
    }
  }
}
