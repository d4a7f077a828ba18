package dev.docent.corpus.files;

import dev.docent.corpus.DocumentSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docent.corpus.Block;
import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.DocumentSource.Skipped;
import dev.docent.corpus.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
  private final Path folder;

  FolderSourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void findsTextAndMarkdownOfAllFoldersInOrder() throws IOException {
    write("b.txt", "b");
    write("a/deep/er/c.md", "c");
    write("README", "r");
    assertThat(found()).containsExactly("README", "a/deep/er/c.md", "b.txt");
  }

  @Test
  void passesOverHiddenFilesAndLeavings() throws IOException {
    for (String name : List.of(".hidden.md", ".git/x.md", "a.md~", "#a.md#", "a.bak", "a.swp", "~$a.txt", "Thumbs.db",
        "a.txt.part", "__MACOSX/b.md")) {
      write(name, "x");
    }
    write("kept.md", "x");
    assertThat(found()).containsExactly("kept.md");
    assertThat(source().scan().skipped()).isEmpty();
  }

  @Test
  void saysWhichFilesItSkipsAndWhy() throws IOException {
    write("photo.jpg", "x");
    write("a.md", "x");
    Files.createSymbolicLink(folder.resolve("link.md"), folder.resolve("a.md"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    assertThat(found()).containsExactly("a.md");
    assertThat(source().scan().skipped()).extracting(Skipped::id).containsExactly("link.md", "loop", "photo.jpg");
    assertThat(source().scan().skipped()).extracting(Skipped::reason).allMatch(reason -> !reason.isBlank());
  }

  @Test
  void followsALinkThatIsTheKnowledgeFolderItself(@TempDir Path elsewhere) throws IOException {
    write("a.md", "x y z");
    Path link = Files.createSymbolicLink(elsewhere.resolve("knowledge"), folder);
    var source = new FolderSource(link, (text, candidates) -> Language.ENGLISH);
    assertThat(source.scan().found()).extracting(Found::id).containsExactly("a.md");
    assertThat(source.read(source.scan().found().getFirst())).isInstanceOf(ReadOutcome.Read.class);
  }

  @Test
  void namesAFolderThatIsMissingOrIsNone() throws IOException {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> new FolderSource(gone, (text, candidates) -> Language.ENGLISH).scan())
        .isInstanceOf(CorpusUnavailableException.class)
        .hasMessageContaining(gone.toString())
        .hasMessageContaining("doesn't exist");
    write("file", "x");
    assertThatThrownBy(() -> new FolderSource(folder.resolve("file"), (text, candidates) -> Language.ENGLISH).scan())
        .isInstanceOf(CorpusUnavailableException.class)
        .hasMessageContaining("is not a folder");
  }

  @Test
  void stampsTheContent() throws IOException {
    write("a.md", "one");
    String one = source().scan().found().getFirst().stamp();
    assertThat(source().scan().found().getFirst().stamp()).isEqualTo(one);
    write("a.md", "two");
    assertThat(source().scan().found().getFirst().stamp()).isNotEqualTo(one);
    write("a.md", "one");
    assertThat(source().scan().found().getFirst().stamp()).isEqualTo(one);
  }

  @Test
  void aLookChangesWithNamesSizesAndTimesAndWithNothingElse() throws IOException {
    write("a.md", "one");
    write("deep/b.md", "one");
    var looks = new LinkedHashSet<>(List.of(source().look()));
    write("deep/c.md", "");
    assertThat(looks.add(source().look())).as("a new file").isTrue();
    write("a.md", "four");
    assertThat(looks.add(source().look())).as("another size").isTrue();
    Files.setLastModifiedTime(folder.resolve("a.md"), FileTime.fromMillis(1));
    assertThat(looks.add(source().look())).as("another time").isTrue();
    Files.move(folder.resolve("a.md"), folder.resolve("z.md"));
    assertThat(looks.add(source().look())).as("another name").isTrue();
    write(".a.swp", "leavings");
    write("deep/.git/x", "leavings");
    assertThat(looks.add(source().look())).as("nothing of interest").isFalse();
    assertThatThrownBy(() -> new FolderSource(folder.resolve("gone"), (text, all) -> Language.ENGLISH).look())
        .isInstanceOf(CorpusUnavailableException.class);
  }

  @Test
  void readsTextTitleAndBlocks() throws IOException {
    write("notes/old_harbour.md", "\uFEFF# The `Old` Harbour\r\n\r\nBoats come.\r\n");
    Document document = read("notes/old_harbour.md");
    assertThat(document.id()).isEqualTo("notes/old_harbour.md");
    assertThat(document.title()).isEqualTo("The Old Harbour");
    assertThat(document.text()).isEqualTo("The Old Harbour\n\nBoats come.\n");
    assertThat(document.blocks()).extracting(Block::kind).containsExactly(Block.Kind.HEADING, Block.Kind.PARAGRAPH);
  }

  @Test
  void takesTheTitleFromTheHeadingTheFrontMatterOrTheName() throws IOException {
    write("a.md", "Old Harbour\n  ---\n\nText.");
    write("b.md", "---\ntitle: \"Tides\"\nauthor: A\n---\n\nText.");
    write("c.md", "---\nauthor: A\n---\n# Nets\n\nText.");
    write("old_rope.md", "Text first.\n\n# Late");
    write("d.md", "# snake_case_name\n\nText.");
    assertThat(List.of("a.md", "b.md", "c.md", "old_rope.md", "d.md")).extracting(id -> read(id).title())
        .containsExactly("Old Harbour", "Tides", "Nets", "old rope", "snake_case_name");
  }

  @Test
  void readsOldCharsets() throws IOException {
    String text = "Старый порт построили рыбаки. Лодки приходят на рассвете и уходят вечером.";
    Files.write(folder.resolve("a.txt"), text.getBytes(Charset.forName("windows-1251")));
    assertThat(read("a.txt").text()).isEqualTo(text);
  }

  @Test
  void saysOfBrokenFilesWhatToDo() throws IOException {
    write("empty.md", "");
    write("blank.md", " \n\n");
    write("rule.md", "***\n");
    Files.write(folder.resolve("binary.txt"), new byte[]{'a', 0, 1, 2});
    for (String id : found()) {
      assertThat(source().read(new Found(id, "s"))).as(id)
          .isInstanceOfSatisfying(ReadOutcome.Unreadable.class, unreadable -> {
            assertThat(unreadable.id()).isEqualTo(id);
            assertThat(unreadable.reason()).containsAnyOf("remove it", "fill it");
          });
    }
    assertThat(source().read(new Found("gone.md", "s"))).isInstanceOf(ReadOutcome.Unreadable.class);
  }

  @Test
  void noticesWhenAnUnreadableFileIsMended() throws IOException {
    write("a.md", "secret");
    Path file = folder.resolve("a.md");
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root reads everything");
    Found locked = source().scan().found().getFirst();
    assertThat(source().read(locked)).isInstanceOfSatisfying(ReadOutcome.Unreadable.class,
        unreadable -> assertThat(unreadable.reason()).contains("permissions"));
    assertThat(file.toFile().setReadable(true)).isTrue();
    assertThat(source().scan().found().getFirst().stamp()).isNotEqualTo(locked.stamp());
  }

  private FolderSource source() {
    return new FolderSource(folder, (text, candidates) -> Language.ENGLISH);
  }

  private List<String> found() {
    return source().scan().found().stream().map(Found::id).toList();
  }

  private Document read(String id) {
    return ((ReadOutcome.Read) source().read(new Found(id, "stamp"))).document();
  }

  private void write(String id, String text) throws IOException {
    Path file = folder.resolve(id);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aNameThatIsNoUtf8IsSaidToBeThat(@TempDir Path folder) throws Exception {
    Process made = new ProcessBuilder("bash", "-c",
        "mkdir $'d\\xfcr' && echo hi >$'d\\xfcr/in.md' && echo hi >$'M\\xe4rz.md' && echo hi >good.md")
        .directory(folder.toFile())
        .start();
    assumeTrue(made.waitFor() == 0, "this file system takes no such names");
    DocumentSource.Scan scan = new FolderSource(folder, (text, all) -> Language.ENGLISH).scan();
    assertThat(scan.found()).extracting(DocumentSource.Found::id).containsExactly("good.md");
    assertThat(scan.closed()).hasSize(2)
        .allSatisfy(closed -> assertThat(closed.reason()).contains("rename it").doesNotContain("permissions"));
  }
}
