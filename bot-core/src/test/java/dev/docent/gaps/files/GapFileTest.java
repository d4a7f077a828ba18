package dev.docent.gaps.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.gaps.Gap;
import dev.docent.gaps.GapReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapFileTest {
  private final Path file;
  private final GapFile gaps;

  GapFileTest(@TempDir Path folder) {
    file = folder.resolve("gaps").resolve("k.jsonl");
    gaps = new GapFile(file, 8);
  }

  @Test
  void holdsNothingAtFirst() {
    assertThat(gaps.all()).isEmpty();
    gaps.clear();
  }

  @Test
  void givesBackWhatWasKeptWhateverItsCharacters() {
    var gap = new Gap(Instant.parse("2026-01-02T03:04:05.678Z"), "Wo \"ist\" der \\ 𝄞\n\u001b[2J\u2028 Schlüssel?",
        GapReason.Known.NO_EVIDENCE);
    gaps.keep(gap);
    assertThat(gaps.all()).containsExactly(gap);
    assertThat(new GapFile(file, 8).all()).containsExactly(gap);
  }

  @Test
  void isOneLineAGapThatOnlyItsOwnerReads() throws IOException {
    gaps.keep(gap(1));
    gaps.keep(gap(2));
    assertThat(Files.readString(file)).isEqualTo("""
        {"asked":"1970-01-01T00:00:01Z","question":"question 1","reason":"rejected"}
        {"asked":"1970-01-01T00:00:02Z","question":"question 2","reason":"rejected"}
        """);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
  }

  @Test
  void aLineThatACrashCutShortCostsNoOther() throws IOException {
    gaps.keep(gap(1));
    Files.writeString(file, "{\"asked\":\"1970-01-01T00:", StandardOpenOption.APPEND);
    gaps.keep(gap(2));
    gaps.keep(gap(3));
    assertThat(gaps.all()).containsExactly(gap(1), gap(2), gap(3));
  }

  @Test
  void keepsTheLatestOnly() throws IOException {
    for (int i = 0; i < 100; i++) {
      gaps.keep(gap(i));
    }
    assertThat(gaps.all()).extracting(Gap::question).hasSize(8).startsWith("question 92").endsWith("question 99");
    assertThat(Files.readAllLines(file)).hasSizeBetween(8, 10);
  }

  @Test
  void passesOverLinesThatAreNone() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, "{\"asked\":\"never\",\"question\":\"x\"}\nnonsense\n\n{\"ask".getBytes(StandardCharsets.UTF_8));
    assertThat(gaps.all()).isEmpty();
  }

  @Test
  void cutsALongQuestion() {
    gaps.keep(new Gap(Instant.EPOCH, "why ".repeat(1_000), GapReason.Known.REJECTED));
    assertThat(gaps.all().getFirst().question()).hasSizeLessThanOrEqualTo(500).endsWith("…");
  }

  @Test
  void losesNothingWhenSeveralKeepAtOnce() throws InterruptedException {
    var many = new GapFile(file, 1_000);
    var threads = new ArrayList<Thread>();
    for (int t = 0; t < 4; t++) {
      threads.add(Thread.ofVirtual().start(() -> {
        for (int i = 0; i < 25; i++) {
          many.keep(gap(i));
        }
      }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(many.all()).hasSize(100);
  }

  @Test
  void oneQuestionFullOfControlCharactersCostsNothing() {
    var odd = new Gap(Instant.EPOCH, "why " + "\u0001\u007f\u009b".repeat(160) + "?", GapReason.Known.REJECTED);
    gaps.keep(gap(1));
    gaps.keep(odd);
    gaps.keep(gap(2));
    assertThat(gaps.all()).containsExactly(gap(1), odd, gap(2));
  }

  @Test
  void aLineThatCantBeReadCostsThatLine() throws IOException {
    gaps.keep(gap(1));
    String deep = "[".repeat(5_000);
    for (String line : List.of("{\"asked\":" + deep, deep, "{\"question\":\"" + "\\u0001".repeat(9_000), "null", "{}",
        "7",
        "{\"asked\":7,\"question\":[],\"reason\":{}}", "{\"asked\":\"+1000000000-01-01T00:00:00Z\"",
        "{\"asked\":\"1970-01-01T00:00:00Z\",\"question\":\"\",\"reason\":\"\"}")) {
      Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }
    gaps.keep(gap(2));
    assertThat(gaps.all()).containsExactly(gap(1), gap(2));
  }

  @Test
  void forgetsWhatSomebodyAskedAlsoAboutOtherFolders() throws IOException {
    var other = new GapFile(file.resolveSibling("other.jsonl"), 8);
    var theirs = new Gap(Instant.EPOCH, "wombats?", GapReason.Known.REJECTED, "5a5a");
    gaps.keep(gap(1));
    gaps.keep(theirs);
    other.keep(theirs);
    other.keep(new Gap(Instant.EPOCH, "quokkas?", GapReason.Known.REJECTED, "6b6b"));
    Files.writeString(file, "{\"question\":\"wombats, cut sh", StandardOpenOption.APPEND);
    assertThat(gaps.forget("")).as("nobody in particular").isZero();
    assertThat(gaps.forget("5a5a")).isEqualTo(3);
    assertThat(gaps.all()).containsExactly(gap(1));
    assertThat(other.all()).hasSize(1);
    for (Path each : List.of(file, file.resolveSibling("other.jsonl"))) {
      assertThat(Files.readString(each)).doesNotContain("wombats");
    }
    gaps.keep(gap(2));
    assertThat(gaps.all()).containsExactly(gap(1), gap(2));
  }

  @Test
  void forgetsAll() {
    gaps.keep(gap(1));
    gaps.clear();
    assertThat(gaps.all()).isEqualTo(List.of());
  }

  private static Gap gap(int second) {
    return new Gap(Instant.ofEpochSecond(second), "question " + second, GapReason.Known.REJECTED);
  }
}
