package dev.docent.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFoldersTest {
  private final Path root;
  private final KeptFolders folders;

  KeptFoldersTest(@TempDir Path root) {
    this.root = root;
    this.folders = new KeptFolders(root.resolve("cache"));
  }

  @Test
  void findsWhatWasMadeByItsNameAndVersion() throws IOException {
    Path made = folders.make("model", "1", folder -> Files.writeString(folder.resolve("a"), "graph"));
    assertThat(folders.find("model", "1", "model")).contains(made);
    assertThat(made.resolve("a")).hasContent("graph");
    assertThat(folders.find("model", "2", "model")).isEmpty();
  }

  @Test
  void aFillingThatFailsLeavesNothing() throws IOException {
    assertThatThrownBy(() -> folders.make("model", "1", folder -> {
      Files.writeString(folder.resolve("a"), "half a gr");
      throw new IOException("no space left");
    })).hasMessage("no space left");
    assertThat(folders.find("model", "1", "model")).isEmpty();
    assertThat(entries()).isEmpty();
  }

  @Test
  void ofTwoThatMakeItAtOnceTheFirstIsKept() throws IOException {
    Path made = folders.make("model", "1", folder -> {
      Files.writeString(folder.resolve("a"), "second");
      folders.make("model", "1", other -> Files.writeString(other.resolve("a"), "first"));
    });
    assertThat(made.resolve("a")).hasContent("first");
    assertThat(entries()).containsExactly("model-1");
  }

  @Test
  void whatNobodyUsedForAMonthGoesWhenANewerOneIsMade() throws IOException {
    Path old = folders.make("model", "1", folder -> Files.writeString(folder.resolve("a"), "1"));
    Path used = folders.make("model", "2", folder -> Files.writeString(folder.resolve("a"), "2"));
    Path another = folders.make("library", "1", folder -> Files.writeString(folder.resolve("a"), "l"));
    for (Path folder : new Path[]{old, used, another}) {
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
    }
    folders.find("model", "2", "model");
    folders.make("model", "3", folder -> Files.writeString(folder.resolve("a"), "3"));
    assertThat(entries()).containsExactlyInAnyOrder("model-2", "model-3", "library-1");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaidByAnException() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "in the way");
    var blocked = new KeptFolders(file.resolve("cache"));
    assertThat(blocked.find("model", "1", "model")).isEmpty();
    assertThatThrownBy(() -> blocked.make("model", "1", folder -> {})).isInstanceOf(IOException.class);
  }

  private String[] entries() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("cache"))) {
      return files.map(f -> f.getFileName().toString()).toArray(String[]::new);
    }
  }
}
