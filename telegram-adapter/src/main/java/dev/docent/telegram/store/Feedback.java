package dev.docent.telegram.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** What people thought of answers: a file of JSON lines, so that other programs can read it meanwhile. */
public final class Feedback {
  private final Path file;

  public Feedback(Path file) {
    this.file = file;
  }

  /** @param rating {@code up} or {@code down} */
  public record Rating(Instant at, long person, String question, String verdict, List<String> sources,
      String rating) {
    public Rating {
      sources = List.copyOf(sources);
    }
  }

  /** @throws StoreException when it can't be written */
  public synchronized void add(Rating rating) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, Store.json(rating) + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new StoreException(file + " can't be written (" + e.getMessage() + ")", e);
    }
  }

  /** Forgets what a person said; returns how much that was. */
  public synchronized int forget(long person) {
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
      List<String> others = all.stream()
          .filter(line -> line.isBlank() || Store.value(line, Rating.class).person() != person)
          .toList();
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.write(draft, others, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return all.size() - others.size();
    } catch (IOException e) {
      throw new StoreException(file + " can't be rewritten (" + e.getMessage() + ")", e);
    }
  }
}
