package dev.docent.corpus.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Splitter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TextBoundsIT {
  private final Path folder;

  TextBoundsIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void passesOverATextOf200Megabytes() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("a.txt").toFile(), "rw")) {
      file.setLength(200L << 20);
    }
    assertThat(source().scan().skipped()).singleElement()
        .satisfies(skipped -> assertThat(skipped.reason()).contains("64 MB"));
  }

  @Test
  void refusesMoreThanFiveMillionCharacters() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Boats come.\n".repeat(500_000));
    assertThat(read("a.txt")).isInstanceOfSatisfying(ReadOutcome.Unreadable.class,
        refused -> assertThat(refused.reason()).contains("5 million characters", "split it"));
  }

  @Test
  void readsAMillionLinesOfOneWord() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "boat\n".repeat(990_000));
    assertThat(split("a.txt")).hasSizeGreaterThan(1_000);
    Files.writeString(folder.resolve("b.md"), "tide\n".repeat(990_000));
    assertThat(split("b.md")).hasSizeGreaterThan(1_000);
  }

  @Test
  void readsTenThousandNestedListsAndQuotes() throws IOException {
    Files.writeString(folder.resolve("a.md"), "- ".repeat(10_000) + "core\n");
    assertThat(split("a.md")).isNotEmpty();
    Files.writeString(folder.resolve("b.md"), "> ".repeat(10_000) + "core\n");
    assertThat(split("b.md")).isNotEmpty();
    Files.writeString(folder.resolve("c.md"), "[".repeat(20_000) + "*a _b ".repeat(20_000) + "`".repeat(9_999));
    assertThat(split("c.md")).isNotEmpty();
  }

  private List<Segment> split(String name) {
    ReadOutcome outcome = read(name);
    assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
    Document document = ((ReadOutcome.Read) outcome).document();
    return new Splitter().split(document);
  }

  private ReadOutcome read(String name) {
    return source().read(new Found(name, "s"));
  }

  private FolderSource source() {
    return new FolderSource(folder, (text, candidates) -> Language.ENGLISH);
  }
}
