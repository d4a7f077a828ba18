package dev.docent.corpus.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.DocumentSource.Closed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a walk makes of failures, told to it: root, as whom tests may run, is refused nowhere. */
class FolderWalkTest {
  private static final Path FOLDER = Path.of("/k");

  private final FolderWalk walk;

  FolderWalkTest() throws IOException {
    walk = new FolderWalk(FOLDER);
  }

  @Test
  void remembersWhereItCouldntLook() throws IOException {
    String before = walk.fingerprint();
    assertThat(walk.visitFileFailed(FOLDER.resolve("a/locked"), new AccessDeniedException("x")))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThat(walk.postVisitDirectory(FOLDER.resolve("torn"), new IOException("disk"))).isEqualTo(
        FileVisitResult.CONTINUE);
    assertThat(walk.closed()).extracting(Closed::id).containsExactly("a/locked", "torn");
    assertThat(walk.closed().getFirst().reason()).contains("access denied", "check its permissions");
    assertThat(walk.fingerprint()).isNotEqualTo(before);
  }

  @Test
  void passesOverWhatGoesAwayAndWhatIsNoDocumentAnyway() throws IOException {
    for (String name : new String[]{"gone.md", ".git"}) {
      var e = name.equals(".git") ? new AccessDeniedException("x") : new NoSuchFileException("x");
      assertThat(walk.visitFileFailed(FOLDER.resolve(name), e)).isEqualTo(FileVisitResult.CONTINUE);
    }
    assertThat(walk.closed()).isEmpty();
  }

  @Test
  void failsWhenTheFolderItselfCantBeLookedInto() {
    var denied = new AccessDeniedException("/k");
    assertThatThrownBy(() -> walk.visitFileFailed(FOLDER, denied)).isSameAs(denied);
    assertThatThrownBy(() -> walk.postVisitDirectory(FOLDER, denied)).isSameAs(denied);
  }
}
