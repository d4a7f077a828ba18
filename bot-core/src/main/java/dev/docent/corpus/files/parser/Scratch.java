package dev.docent.corpus.files.parser;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder for what parsers write beside; a parser that is killed leaves it as it is. */
final class Scratch {
  private static final String NAME = "docent-parser";

  private Scratch() {}

  static Path create() throws IOException {
    return Files.createTempDirectory(NAME);
  }

  /** Removes such a folder with all that is in it, as far as that can be done; any other folder stays. */
  static void remove(Path folder) {
    if (!String.valueOf(folder.getFileName()).startsWith(NAME)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
          Files.deleteIfExists(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @org.jspecify.annotations.Nullable IOException e)
            throws IOException {
          Files.deleteIfExists(dir);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      // The system clears its folder for temporary files some time.
    }
  }
}
