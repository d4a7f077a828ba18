package dev.docent.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.index.lucene.Owner.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerTest {
  private final Path folder;

  OwnerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isReadAsItWasWritten() {
    Owner owner = Owner.now(Work.VECTORS);
    owner.write(folder);
    assertThat(Owner.read(folder)).contains(owner);
    Owner.remove(folder);
    assertThat(Owner.read(folder)).isEmpty();
  }

  @Test
  void isUnknownWhenItIsDeadOrTheFileIsGarbage() throws IOException {
    new Owner(Long.MAX_VALUE, Instant.EPOCH, Work.RELOAD).write(folder);
    assertThat(Owner.read(folder)).isEmpty();
    for (String garbage : new String[]{"", "1", "x y z", "1 now RELOAD", "1 2020-01-01T00:00:00Z SLEEP"}) {
      Files.writeString(folder.resolve("docent.owner"), garbage);
      assertThat(Owner.read(folder)).as(garbage).isEmpty();
    }
  }

  @Test
  void isNamedByItsProcessAndTime() {
    assertThat(Owner.now(Work.RELOAD).words()).startsWith("this process since 20");
    assertThat(new Owner(1, Instant.now(), Work.RELOAD).words()).startsWith("process 1 since 20");
  }
}
