package dev.docent.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A knowledge folder that a test changes. */
public record Folder(Path path) {

  /** Writes a file as editors do: beside its place, then into it. */
  public void write(String id, String text) {
    try {
      Path file = path.resolve(id);
      Files.createDirectories(file.getParent());
      Path beside = Files.writeString(file.resolveSibling("." + file.getFileName()), text);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete(String id) {
    try {
      Files.delete(path.resolve(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
