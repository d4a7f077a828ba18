package dev.docent.telegram;

import static dev.docent.telegram.Stage.ADA;
import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.server.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents are added by sending them. */
@Execution(ExecutionMode.CONCURRENT)
class UploadsIT {
  private static final Chat ADAS = ADA.privateChat();

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void press(Stage stage, BotMessage message, String label) {
    stage.telegram.press(ADA, message, message.button(label).orElseThrow().data());
  }

  private static List<String> files(Path folder) throws IOException {
    try (var all = Files.list(folder.resolve("knowledge"))) {
      return all.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static void tidy(Path folder) throws IOException {
    Path scratch = folder.resolve("data/uploads");
    if (Files.isDirectory(scratch)) {
      try (var all = Files.list(scratch)) {
        assertThat(all).isEmpty();
      }
    }
  }

  @Test
  void anAdministratorAddsADocument(@TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.upload(ADA, ADAS, "notes.md", "text/markdown", text("# Notes\nnews"));
      BotMessage offer = stage.telegram.await(ADAS, sent -> sent.text().contains("Add it to the documents?"));
      assertThat(offer.text()).contains("notes.md, 12 bytes");
      assertThat(files(folder)).isEmpty();
      press(stage, offer, "Add");
      BotMessage receipt = stage.telegram.await(ADAS, sent -> sent.text().contains("Added notes.md: 3 segments"));
      assertThat(receipt.id()).isEqualTo(offer.id());
      assertThat(receipt.buttons()).isEmpty();
      assertThat(Files.readString(folder.resolve("knowledge/notes.md"))).isEqualTo("# Notes\nnews");
      press(stage, offer, "Add");
      stage.rest();
      assertThat(files(folder)).containsExactly("notes.md");
      tidy(folder);
    }
  }

  @Test
  void aSecondFileOfTheNameReplacesOrStandsBesideIt(@TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder)) {
      Files.writeString(folder.resolve("knowledge/notes.md"), "old");
      stage.telegram.upload(ADA, ADAS, "notes.md", "text/markdown", text("second"));
      press(stage, stage.telegram.await(ADAS, sent -> sent.button("Keep both").isPresent()), "Keep both");
      stage.telegram.await(ADAS, sent -> sent.text().contains("Added notes (2).md"));
      stage.telegram.upload(ADA, ADAS, "notes.md", "text/markdown", text("third"));
      press(stage, stage.telegram.await(ADAS, sent -> sent.button("Replace").isPresent()), "Replace");
      stage.telegram.await(ADAS, sent -> sent.text().contains("Added notes.md"));
      assertThat(Files.readString(folder.resolve("knowledge/notes.md"))).isEqualTo("third");
      assertThat(files(folder)).containsExactly("notes (2).md", "notes.md");
      tidy(folder);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatOthersSendIsAddedWhenAnAdministratorAgrees(Way way, @TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.say(ADA, ADAS, "/start");
      stage.telegram.upload(ANN, ANNS, "paper.txt", "text/plain", text("a paper"));
      stage.telegram.await(ANNS, sent -> sent.text().contains("I've asked the administrators"));
      BotMessage request = stage.telegram.await(ADAS,
          sent -> sent.text().contains("Ann (1001) wants to add paper.txt"));
      stage.telegram.press(ANN, request, request.button("Add").orElseThrow().data());
      stage.rest();
      assertThat(files(folder)).isEmpty();
      press(stage, request, "Add");
      stage.telegram.await(ANNS, sent -> sent.text().contains("added to the documents"));
      assertThat(files(folder)).containsExactly("paper.txt");
      stage.telegram.upload(ANN, ANNS, "other.txt", "text/plain", text("another"));
      press(stage, stage.telegram.await(ADAS, sent -> sent.text().contains("other.txt")), "No");
      stage.telegram.await(ANNS, sent -> sent.text().contains("other.txt was not added"));
      assertThat(files(folder)).containsExactly("paper.txt");
    }
  }

  /** Scenario 38. */
  @ParameterizedTest
  @CsvSource({"big.pdf, 22020096, has 22.0 MB", "empty.md, 0, is empty", "program.exe, 10, kind I can't read",
      "'', 10, has no name", "archive.zip, 10, kind I can't read", ".hidden, 10, kind I can't read"})
  void whatCantBeTakenIsRefusedBeforeItIsFetched(String name, long size, String why, @TempDir Path folder)
      throws IOException {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.upload(ADA, ADAS, name, "application/octet-stream", text("0123456789"), size, "");
      stage.telegram.await(ADAS, sent -> sent.text().contains(why));
      assertThat(stage.telegram.calls("getFile")).isEmpty();
      assertThat(files(folder)).isEmpty();
    }
  }

  /** Scenario 38. */
  @ParameterizedTest
  @CsvSource({"../../x.md, x.md", "..\\..\\win.txt, win.txt", "/etc/passwd.txt, passwd.txt", "con.txt, con_.txt",
      "a\u202Eb|c?.md, a_b_c_.md", "~$lock.docx.md, lock.docx.md"})
  void namesAreMadeSafe(String name, String safe, @TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.upload(ADA, ADAS, name, "text/plain", text("words"));
      press(stage, stage.telegram.await(ADAS, sent -> sent.button("Add").isPresent()), "Add");
      stage.telegram.await(ADAS, sent -> sent.text().contains("Added " + safe));
      assertThat(files(folder)).containsExactly(safe);
    }
  }

  private static byte[] zip(int entries, int bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry("e" + i + ".xml"));
        zip.write(new byte[bytes]);
      }
    }
    return out.toByteArray();
  }

  private static void refusedAfter(Stage stage, Path folder, String name, byte[] bytes, String why)
      throws IOException {
    stage.telegram.upload(ADA, ADAS, name, "application/octet-stream", bytes);
    press(stage, stage.telegram.await(ADAS, s -> s.text().contains(name) && s.button("Add").isPresent()), "Add");
    stage.telegram.await(ADAS, Duration.ofSeconds(20), s -> s.text().contains(name) && s.text().contains(why));
    assertThat(files(folder)).isEmpty();
    assertThat(stage.docent.documents()).isEmpty();
    tidy(folder);
  }

  /** Scenario 38. */
  @Test
  void whatIsNotWhatItSeemsIsRefusedAfterItIsFetched(@TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder)) {
      stage.await("the first reload", () -> stage.docent.reloads.get() == 1);
      refusedAfter(stage, folder, "bomb.docx", zip(1, 60 << 20), "unpacks to far more");
      refusedAfter(stage, folder, "many.docx", zip(10_000, 1), "unpacks to far more");
      refusedAfter(stage, folder, "fake.pdf", text("no pdf at all"), "isn't what its name says");
      refusedAfter(stage, folder, "fake.docx", text("no zip at all"), "isn't what its name says");
      refusedAfter(stage, folder, "binary.txt", new byte[100], "isn't what its name says");
    }
  }

  /** Scenario 38. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void whatCantBeReadLeavesTheFolderAsItWas(Way way, @TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder, way)) {
      stage.await("the first reload", () -> stage.docent.reloads.get() == 1);
      Files.writeString(folder.resolve("knowledge/locked.pdf"), "%PDF-1.7 good");
      stage.telegram.upload(ADA, ADAS, "locked.pdf", "application/pdf", text("%PDF-1.7 broken"));
      press(stage, stage.telegram.await(ADAS, sent -> sent.button("Replace").isPresent()), "Replace");
      stage.telegram.await(ADAS, sent -> sent.text().contains("can't be used: it is encrypted"));
      assertThat(Files.readString(folder.resolve("knowledge/locked.pdf"))).isEqualTo("%PDF-1.7 good");
      assertThat(stage.docent.documents()).allMatch(d -> d.readable());
      tidy(folder);
    }
  }

  /** Scenario 40. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void aDownloadThatFailsIsToldAndLeavesNothing(Way way, @TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder, way)) {
      List<Fault> faults = List.of(Fault.badRequest("wrong file_id"), Fault.cutAnswer(),
          new Fault.Refusal(404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}"));
      List<String> methods = List.of("getFile", "file", "file");
      for (int i = 0; i < faults.size(); i++) {
        stage.telegram.faults().next(methods.get(i), faults.get(i));
        stage.telegram.upload(ADA, ADAS, "notes" + i + ".md", "text/markdown", text("words"));
        String name = "notes" + i + ".md";
        press(stage, stage.telegram.await(ADAS, s -> s.text().contains(name) && s.button("Add").isPresent()), "Add");
        BotMessage told = stage.telegram.await(ADAS,
            sent -> sent.text().contains(name) && sent.text().contains("couldn't be fetched"));
        assertThat(told.text()).doesNotContain(stage.telegram.token());
        assertThat(files(folder)).isEmpty();
        tidy(folder);
      }
    }
  }

  @Test
  void aFileInAGroupIsSentToThePrivateChat(@TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder)) {
      Chat group = Chat.group(-9, "Readers");
      stage.telegram.promote(stage.telegram.bot(), group);
      String at = "@" + stage.telegram.bot().username();
      stage.telegram.upload(ADA, group, "notes.md", "text/markdown", text("words"), 5, at + " add it");
      stage.telegram.await(group, sent -> sent.text().contains("in our private chat"));
      assertThat(files(folder)).isEmpty();
    }
  }
}
