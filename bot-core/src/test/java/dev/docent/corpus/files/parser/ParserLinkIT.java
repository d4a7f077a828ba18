package dev.docent.corpus.files.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.files.WrittenFiles;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.format.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ParserLinkIT {
  private final Path folder;
  private final ParserLink parser = new ParserLink(Misbehaving.class, Duration.ofSeconds(8), 100);

  ParserLinkIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void refusesAFileThatHangsItsParserAndReadsTheNext() throws Exception {
    var hasty = new ParserLink(Misbehaving.class, Duration.ofSeconds(3), 100);
    assertThat(hasty.parse(FileKind.PDF, pdf("good"))).isInstanceOf(ParsedFile.Read.class);
    long children = children();
    assertThat(hasty.parse(FileKind.PDF, pdf("hang"))).isEqualTo(new ParsedFile.Refused(Refusal.TOO_LONG));
    assertThat(hasty.parse(FileKind.PDF, pdf("good"))).isInstanceOf(ParsedFile.Read.class);
    assertThat(children()).as("nothing goes on burning").isLessThanOrEqualTo(children);
  }

  @Test
  void refusesAFileThatFillsTheHeapAndReadsTheNext() throws Exception {
    assertThat(parser.parse(FileKind.PDF, pdf("hoard"))).isEqualTo(new ParsedFile.Refused(Refusal.NO_MEMORY));
    assertThat(parser.parse(FileKind.PDF, pdf("good"))).isInstanceOf(ParsedFile.Read.class);
  }

  @Test
  void refusesAFileThatCrashesItsParserAndReadsTheNext() throws Exception {
    assertThat(parser.parse(FileKind.PDF, pdf("crash"))).isEqualTo(new ParsedFile.Refused(Refusal.CRASHED));
    assertThat(parser.parse(FileKind.PDF, pdf("deep"))).isInstanceOf(ParsedFile.Refused.class);
    assertThat(parser.parse(FileKind.PDF, pdf("good"))).isInstanceOf(ParsedFile.Read.class);
  }

  @Test
  void hearsNothingOfWhatParsersPrint() throws Exception {
    assertThat(parser.parse(FileKind.PDF, pdf("chatter"))).isInstanceOf(ParsedFile.Read.class);
  }

  @Test
  void givesUpWhenItIsInterrupted() throws Exception {
    assertThat(parser.parse(FileKind.PDF, pdf("good"))).isInstanceOf(ParsedFile.Read.class);
    Path hang = pdf("hang");
    Thread here = Thread.currentThread();
    Thread.ofPlatform().start(() -> {
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        return;
      }
      here.interrupt();
    });
    long began = System.nanoTime();
    assertThatThrownBy(() -> parser.parse(FileKind.PDF, hang)).isInstanceOf(InterruptedException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(parser.parse(FileKind.PDF, pdf("good"))).isInstanceOf(ParsedFile.Read.class);
  }

  @Test
  void namesFilesInAnyScript() throws Exception {
    assertThat(parser.parse(FileKind.PDF, pdf("отчёт – März 渔港"))).isInstanceOf(ParsedFile.Read.class);
  }

  private Path pdf(String name) throws IOException {
    Path file = folder.resolve(name + ".pdf");
    WrittenFiles.pdf(file, List.of("The harbour is old."), List.of(), "");
    return Files.exists(file) ? file : folder;
  }

  /** Parser processes that are running; one that was killed may take a moment to go. */
  /** The parsers of this class that run; tests beside it have children of their own, which come and go. */
  private static long children() throws InterruptedException {
    Thread.sleep(500);
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(Misbehaving.class.getName()))
        .count();
  }
}
