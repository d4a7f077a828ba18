package dev.docent.telegram.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.CorpusStatus;
import dev.docent.Docent;
import dev.docent.corpus.Language;
import dev.docent.index.DocumentEntry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CitedFilesTest {
  private final Path root;
  private final Path folder;

  CitedFilesTest(@TempDir Path root) throws IOException {
    this.root = root;
    this.folder = Files.createDirectories(root.resolve("knowledge"));
    Files.createDirectory(folder.resolve("reports"));
    Files.writeString(folder.resolve("reports/1933.md"), "recognised");
    Files.writeString(root.resolve("secret.txt"), "secret");
  }

  private CitedFiles files(boolean allowed, String... documents) {
    List<DocumentEntry> entries = Stream.of(documents)
        .map(id -> new DocumentEntry(id, id, Language.ENGLISH, "s", 1, Instant.EPOCH, ""))
        .toList();
    var docent = (Docent) Proxy.newProxyInstance(Docent.class.getClassLoader(), new Class<?>[]{Docent.class},
        (proxy, method, values) -> switch (method.getName()) {
          case "documents" -> entries;
          case "status" -> new CorpusStatus(folder, folder, entries.size(), 0, entries.size(), 0, 1);
          default -> throw new UnsupportedOperationException(method.getName());
        });
    return new CitedFiles(docent, allowed);
  }

  @Test
  void theFileOfADocumentMayBeHadWhereThatIsAllowed() throws IOException {
    Path real = folder.resolve("reports/1933.md").toRealPath();
    assertThat(files(true, "reports/1933.md").of("reports/1933.md"))
        .contains(new CitedFiles.Sendable(real, "1933.md", 10));
    assertThat(files(false, "reports/1933.md").of("reports/1933.md")).isEmpty();
  }

  @Test
  void aFileThatIsNoDocumentMayNotBeHad() {
    assertThat(files(true).of("reports/1933.md")).isEmpty();
    assertThat(files(true, "reports/1933.md").of("reports/../reports/1933.md")).isEmpty();
  }

  @Test
  void whatLiesOutsideOfTheFolderMayNotBeHadUnderAnyName() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.txt"), root.resolve("secret.txt"));
    Files.createSymbolicLink(folder.resolve("elsewhere"), root);
    String absolute = root.resolve("secret.txt").toString();
    CitedFiles files = files(true, "link.txt", "elsewhere/secret.txt", "../secret.txt", absolute, "nul\0name");
    assertThat(Stream.of("link.txt", "elsewhere/secret.txt", "../secret.txt", absolute, "nul\0name")
        .flatMap(document -> files.of(document).stream())).isEmpty();
  }

  @Test
  void aFolderAnEmptyFileAndAFileThatIsGoneMayNotBeHad() throws IOException {
    Files.createFile(folder.resolve("empty.txt"));
    CitedFiles files = files(true, "reports", "empty.txt", "gone.txt");
    assertThat(Stream.of("reports", "empty.txt", "gone.txt").flatMap(document -> files.of(document).stream()))
        .isEmpty();
  }

  @Test
  void whatIsMoreThanTelegramTakesMayNotBeHad() throws IOException {
    for (long bytes : new long[]{CitedFiles.MOST, CitedFiles.MOST + 1}) {
      try (var file = new RandomAccessFile(folder.resolve("big" + bytes).toFile(), "rw")) {
        file.setLength(bytes);
      }
    }
    String fits = "big" + CitedFiles.MOST;
    String tooBig = "big" + (CitedFiles.MOST + 1);
    assertThat(files(true, fits, tooBig).of(fits)).isPresent();
    assertThat(files(true, fits, tooBig).of(tooBig)).isEmpty();
  }
}
