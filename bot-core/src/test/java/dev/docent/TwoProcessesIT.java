package dev.docent;

import static dev.docent.Asking.ask;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.index.IndexBusyException;
import dev.docent.reload.Folder;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As shell and bot run side by side. Russian documents, which need no vectors. */
@Timeout(120)
class TwoProcessesIT {
  private static final String QUESTION = "Какой код у ворот лодочного сарая?";

  private final Folder folder;
  private final DocentSettings settings;

  TwoProcessesIT(@TempDir Path knowledge, @TempDir Path data) {
    folder = new Folder(knowledge);
    settings = DocentSettings.of(knowledge, data);
    folder.write("gate.md", "Код у ворот лодочного сарая: 1001.");
  }

  @Test
  void oneReloadsAtATimeAndTheOthersAnswerMeanwhileAndSeeItAtOnce() throws Exception {
    try (Docent docent = DocentFactory.open(settings); JavaProcess other = start(List.of())) {
      assertThat(docent.reload(Progress.NONE).added()).hasSize(1);
      folder.write("gate.md", "Код у ворот лодочного сарая: 1002.");
      for (int i = 0; i < 30; i++) {
        folder.write("note-" + i + ".md", "Записка номер " + i + " о лодках и сетях.");
      }
      other.tell("slowly");
      waitUntilItIsAtIt();
      assertThatThrownBy(() -> docent.reload(Progress.NONE)).isInstanceOf(IndexBusyException.class)
          .hasMessageContaining("another reload is under way")
          .hasMessageContaining("process ")
          .hasMessageContaining("--wait");
      assertThat(grounded(ask(docent, QUESTION)).text()).contains("1001");
      assertThat(other.hear()).startsWith("30 in, 1 changed, 0 out");
      long heard = System.nanoTime();
      assertThat(grounded(ask(docent, QUESTION)).text()).contains("1002");
      assertThat(Duration.ofNanos(System.nanoTime() - heard)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void waitsForTheOtherIfItIsToldTo() throws Exception {
    for (int i = 0; i < 20; i++) {
      folder.write("note-" + i + ".md", "Записка номер " + i + " о лодках и сетях.");
    }
    try (Docent docent = DocentFactory.open(settings); JavaProcess other = start(List.of())) {
      other.tell("slowly");
      waitUntilItIsAtIt();
      assertThatThrownBy(() -> docent.reload(Progress.NONE)).isInstanceOf(IndexBusyException.class);
      assertThat(docent.reload(new ReloadRequest(false, true), Progress.NONE).unchanged()).isEqualTo(21);
      assertThat(other.hear()).startsWith("21 in");
    }
  }

  @Test
  void saysThatTheDiskIsFullAndKeepsTheLastState() throws Exception {
    try (Docent docent = DocentFactory.open(settings)) {
      assertThat(docent.reload(Progress.NONE).added()).hasSize(1);
      var text = new StringBuilder("Код у ворот лодочного сарая: 1002.\n\n");
      for (int i = 0; i < 4_000; i++) {
        text.append("Записка номер ")
            .append(i)
            .append(" о лодках ")
            .append(Integer.toString(i * 7919, 36))
            .append(".\n\n");
      }
      folder.write("gate.md", text.toString());
      // No file of the other process may grow beyond 64 blocks: to it, the disk is full.
      try (JavaProcess other = start(List.of("bash", "-c", "ulimit -f 64; exec \"$@\"", "limited"))) {
        other.tell("reload");
        assertThat(other.hear()).startsWith("failed: the index in")
            .contains("can't be written", "free space", "last state is kept");
        other.tell("documents");
        assertThat(other.hear()).isEqualTo("1");
      }
      assertThat(grounded(ask(docent, QUESTION)).text()).contains("1001");
      assertThat(docent.reload(Progress.NONE).changed()).hasSize(1);
      assertThat(grounded(ask(docent, QUESTION)).text()).contains("1002");
    }
  }

  private JavaProcess start(List<String> before) throws Exception {
    JavaProcess other = JavaProcess.start(before, ReloadingProgram.class, settings.knowledge(), settings.data());
    assertThat(other.hear()).isEqualTo("ready");
    return other;
  }

  /** The note that whoever changes an index leaves beside it. */
  private void waitUntilItIsAtIt() throws InterruptedException {
    for (int i = 0; i < 400 && !Files.exists(DocentFactory.indexFolder(settings).resolve("docent.owner")); i++) {
      Thread.sleep(10);
    }
  }
}
