package dev.docent.telegram.rehearsal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void onATerminalTheSameNameIsReplaced() {
    Scene scene = new Scene(out, true);
    scene.show("a", List.of("one", "two"));
    scene.show("a", List.of("three"));
    assertThat(shown()).isEqualTo("one\ntwo\n\r\033[2A\033[Jthree\n");
  }

  @Test
  void whatIsNoLongerTheLastIsLeftAlone() {
    Scene scene = new Scene(out, true);
    scene.show("a", List.of("one"));
    scene.show("b", List.of("two"));
    scene.show("a", List.of("three"));
    assertThat(shown()).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void afterALineWasTypedNothingAboveItIsTouched() {
    Scene scene = new Scene(out, true);
    scene.show("a", List.of("one"));
    scene.prompt("> ");
    scene.typed("> ", "hello");
    scene.show("a", List.of("two"));
    assertThat(shown()).isEqualTo("one\n> two\n");
  }

  @Test
  void aPromptMovesBelowWhatIsShown() {
    Scene scene = new Scene(out, true);
    scene.prompt("> ");
    scene.show("a", List.of("one"));
    assertThat(shown()).isEqualTo("> \r\033[Jone\n> ");
  }

  @Test
  void inAPipeLinesOnlyFollowEachOther() {
    Scene scene = new Scene(out, false);
    scene.show("a", List.of("one"));
    scene.show("a", List.of("one"));
    scene.show("a", List.of("two"));
    scene.typed("> ", "hello");
    assertThat(shown()).isEqualTo("one\ntwo\n> hello\n");
  }

  @Test
  void aLongLineIsBrokenAtASpaceAndKeepsItsIndent() {
    Scene scene = new Scene(out, true);
    scene.show("", List.of("  " + "word ".repeat(30).strip()));
    assertThat(shown().lines()).hasSize(2).allSatisfy(line -> {
      assertThat(line).startsWith("  word").endsWith("word");
      assertThat(line.length()).isLessThanOrEqualTo(78);
    });
  }

  @Test
  void wideLettersTakeTwoColumns() {
    Scene scene = new Scene(out, true);
    scene.show("", List.of("漢".repeat(40)));
    assertThat(shown().lines()).containsExactly("漢".repeat(39), "漢");
  }

  @Test
  void whatATerminalWouldObeyIsLeftOut() {
    assertThat(PlainText.line("a\033[2Jb\u009bc\u202ed\te")).isEqualTo("a[2Jbcd e");
  }
}
