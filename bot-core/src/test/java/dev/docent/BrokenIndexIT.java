package dev.docent;

import static dev.docent.Asking.ask;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.reload.Folder;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of the index folder, the documents are still there. Russian ones, which need no vectors. */
class BrokenIndexIT {
  private final Folder folder;
  private final DocentSettings settings;

  BrokenIndexIT(@TempDir Path knowledge, @TempDir Path data) throws InterruptedException {
    folder = new Folder(knowledge);
    settings = DocentSettings.of(knowledge, data);
    folder.write("gate.md", "Код у ворот лодочного сарая: 4711.");
    folder.write("lamp.md", "Лампу маяка зажигает смотритель Лунд.");
    try (Docent docent = DocentFactory.open(settings)) {
      assertThat(docent.reload(Progress.NONE).added()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"segments_.*", "_.*"})
  void isMadeAnewAndSaysSoWhenFilesAreCutOff(String names) throws Exception {
    for (Path file : files(names)) {
      try (var open = new RandomAccessFile(file.toFile(), "rw")) {
        open.setLength(open.length() / 2);
      }
    }
    reopened();
  }

  @ParameterizedTest
  @ValueSource(strings = {"segments_.*", "_.*"})
  void isMadeAnewAndSaysSoWhenFilesHoldSomethingElse(String names) throws Exception {
    for (Path file : files(names)) {
      Files.writeString(file, "something else altogether, and long enough to be read as a header and as a footer");
    }
    reopened();
  }

  @Test
  void isMadeAnewAndSaysSoWhenFilesAreMissing() throws Exception {
    for (Path file : files("_.*")) {
      Files.delete(file);
    }
    reopened();
  }

  @Test
  void isMadeAnewWhileItIsOpen() throws Exception {
    try (Docent docent = DocentFactory.open(settings)) {
      assertThat(docent.documents()).hasSize(2);
      for (Path file : files(".*")) {
        Files.delete(file);
      }
      Files.delete(DocentFactory.indexFolder(settings));
      grounded(ask(docent, "Какой код у ворот лодочного сарая?"));
      madeAnew(docent);
    }
  }

  private void reopened() throws InterruptedException {
    try (Docent docent = DocentFactory.open(settings)) {
      madeAnew(docent);
    }
    try (Docent docent = DocentFactory.open(settings)) {
      ReloadReport again = docent.reload(Progress.NONE);
      assertThat(again.notices()).isEmpty();
      assertThat(again.unchanged()).isEqualTo(2);
    }
  }

  private static void madeAnew(Docent docent) throws InterruptedException {
    ReloadReport report = docent.reload(Progress.NONE);
    assertThat(report.notices()).singleElement().asString().contains("damaged", "anew from the documents");
    assertThat(report.added()).containsExactly("gate.md", "lamp.md");
    assertThat(grounded(ask(docent, "Какой код у ворот лодочного сарая?")).text()).contains("4711");
  }

  private List<Path> files(String names) throws IOException {
    try (Stream<Path> files = Files.list(DocentFactory.indexFolder(settings))) {
      return files.filter(file -> String.valueOf(file.getFileName()).matches(names)).toList();
    }
  }
}
