package dev.docent.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
  private final Path folder;

  OwnerOnlyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void whereThereAreModes() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static Path with(String mode, Path path) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private Path folder(String name, String mode) throws IOException {
    return with(mode, Files.createDirectories(folder.resolve(name)));
  }

  private Path file(String name, String mode) throws IOException {
    return with(mode, Files.writeString(folder.resolve(name), "words"));
  }

  @Test
  void whatIsMadeIsItsOwnersAloneParentsIncluded() throws IOException {
    Path made = OwnerOnly.folder(folder.resolve("a/b/c"));
    assertThat(mode(made)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(mode(OwnerOnly.file(made.resolve("f")))).isEqualTo("rw-------");
    OwnerOnly.file(made.resolve("f"));
  }

  @Test
  void whatWasOpenIsClosedDownToTheLastFile() throws IOException {
    folder("a", "rwxr-xr-x");
    folder("a/b", "rwxrwxrwx");
    file("a/b/f", "rw-r--r--");
    file("a/b/x", "r-xr-xr-x");
    OwnerOnly.folder(folder.resolve("a"));
    assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("a/b/f"))).isEqualTo("rw-------");
    assertThat(mode(folder.resolve("a/b/x"))).isEqualTo("r--------");
  }

  @Test
  void aFileOfAClosedFolderIsClosedToo() throws IOException {
    folder("a", "rwx------");
    file("a/f", "rw-rw-rw-");
    OwnerOnly.folder(folder.resolve("a"));
    assertThat(mode(folder.resolve("a/f"))).isEqualTo("rw-------");
  }

  @Test
  void aFolderSharedWithOthersThingsKeepsItsModeAndOnlyOursIsClosed() throws IOException {
    folder("a", "rwxr-xr-x");
    folder("a/ours", "rwxr-xr-x");
    folder("a/theirs", "rwxr-xr-x");
    OwnerOnly.folder(folder.resolve("a"), Set.of("ours", "more"));
    assertThat(mode(folder.resolve("a"))).isEqualTo("rwxr-xr-x");
    assertThat(mode(folder.resolve("a/theirs"))).isEqualTo("rwxr-xr-x");
    assertThat(mode(folder.resolve("a/ours"))).isEqualTo("rwx------");
    Files.delete(folder.resolve("a/theirs"));
    OwnerOnly.folder(folder.resolve("a"), Set.of("ours", "more"));
    assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
  }

  @Test
  void whatALinkLeadsToStaysAsItIs() throws IOException {
    folder("a", "rwxr-xr-x");
    folder("elsewhere", "rwxr-xr-x");
    file("elsewhere/f", "rw-r--r--");
    Files.createSymbolicLink(folder.resolve("a/link"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("a/file"), folder.resolve("elsewhere/f"));
    OwnerOnly.folder(folder.resolve("a"));
    OwnerOnly.folder(folder.resolve("a"));
    assertThat(mode(folder.resolve("elsewhere"))).isEqualTo("rwxr-xr-x");
    assertThat(mode(folder.resolve("elsewhere/f"))).isEqualTo("rw-r--r--");
  }

  @Test
  void whetherOthersMayReadAFileIsTold() throws IOException {
    assertThat(OwnerOnly.readableByOthers(file("open", "rw-r-----"))).isTrue();
    assertThat(OwnerOnly.readableByOthers(file("closed", "rw-------"))).isFalse();
    assertThat(OwnerOnly.readableByOthers(file("others", "r-----r--"))).isTrue();
    assertThat(OwnerOnly.readableByOthers(folder.resolve("none"))).isFalse();
  }
}
