package dev.docent.telegram.store;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What people thought of answers: a file of JSON lines, so that other programs can read it meanwhile. */
final class FeedbackFile implements Feedback {
  private final Path file;

  FeedbackFile(Path file) {
    this.file = file;
  }

  private Path draft() {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  @Override
  public synchronized void add(Rating rating) {
    try {
      Files.writeString(OwnerOnly.file(file), StoredJson.of(rating) + "\n", StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new StoreException(file + " can't be written (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public synchronized int forget(long person) {
    try {
      // What a crash left of an earlier time.
      Files.deleteIfExists(draft());
      if (!Files.exists(file)) {
        return 0;
      }
      // Not all of it may be text, if a disk went wrong.
      List<String> all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      List<String> others = all.stream()
          // What can't be read may be anybody's.
          .filter(line -> StoredJson.readable(line, Rating.class)
              .filter(rating -> rating.person() != person && rating.asker() != person)
              .isPresent())
          .toList();
      if (others.size() == all.size()) {
        return 0;
      }
      Path draft = OwnerOnly.file(draft());
      Files.write(draft, others, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return all.size() - others.size();
    } catch (IOException e) {
      throw new StoreException(file + " can't be rewritten (" + e.getMessage() + ")", e);
    }
  }
}
