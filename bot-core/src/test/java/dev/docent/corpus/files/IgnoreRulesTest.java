package dev.docent.corpus.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoreRulesTest {
  private final Path folder;

  IgnoreRulesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void leavesNothingOutWithoutTheFile() throws IOException {
    assertThat(IgnoreRules.of(folder).matches(Path.of("a.md"), false)).isFalse();
  }

  @Test
  void matchesNamesAnywhereAndPathsFromTheFolder() throws IOException {
    rules("# drafts", "", "*.log", "old/*.md", "/top.md", "**/deep.md", "a/**/b.md");
    for (String path : new String[]{"x.log", "a/b/x.log", "old/x.md", "top.md", "deep.md", "a/b/deep.md", "a/b.md",
        "a/c/d/b.md"}) {
      assertThat(matches(path)).as(path).isTrue();
    }
    for (String path : new String[]{"x.md", "a/old/x.md", "old/a/x.md", "a/top.md", "# drafts"}) {
      assertThat(matches(path)).as(path).isFalse();
    }
  }

  @Test
  void matchesFoldersOnlyWithASlash() throws IOException {
    rules("old/");
    assertThat(IgnoreRules.of(folder).matches(Path.of("a", "old"), true)).isTrue();
    assertThat(matches("old")).isFalse();
  }

  @Test
  void takesInAgain() throws IOException {
    rules("*.md", "!kept.md");
    assertThat(matches("a.md")).isTrue();
    assertThat(matches("kept.md")).isFalse();
  }

  @Test
  void takesBracesAndOpenBracketsAsTheyAre() throws IOException {
    rules("{a,b}.md", "[x.md");
    assertThat(matches("{a,b}.md")).isTrue();
    assertThat(matches("a.md")).isFalse();
    assertThat(matches("[x.md")).isTrue();
  }

  private boolean matches(String path) throws IOException {
    return IgnoreRules.of(folder).matches(Path.of(path), false);
  }

  private void rules(String... lines) throws IOException {
    Files.write(folder.resolve(IgnoreRules.FILE), java.util.List.of(lines));
  }
}
