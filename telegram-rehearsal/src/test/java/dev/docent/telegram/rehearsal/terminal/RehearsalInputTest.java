package dev.docent.telegram.rehearsal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLineTest {
  @Test
  void aLineIsAMessageUnlessAColonStandsBeforeIt() {
    assertThat(RehearsalInput.parse("who?")).isEqualTo(new RehearsalInput.Text("who?"));
    assertThat(RehearsalInput.parse("/help")).isEqualTo(new RehearsalInput.Text("/help"));
    assertThat(RehearsalInput.parse("::-)")).isEqualTo(new RehearsalInput.Text(":-)"));
    assertThat(RehearsalInput.parse(":12")).isEqualTo(new RehearsalInput.Press(12));
    assertThat(RehearsalInput.parse(" :upload  my notes.md ")).isEqualTo(new RehearsalInput.Upload("my notes.md"));
    assertThat(RehearsalInput.parse(":as Boris ru")).isEqualTo(new RehearsalInput.As("Boris", "ru"));
    assertThat(RehearsalInput.parse(":as Boris")).isEqualTo(new RehearsalInput.As("Boris", ""));
    assertThat(RehearsalInput.parse("  ")).isEqualTo(new RehearsalInput.Nothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {":", ":)", ":upload", ":edit", ":reply ", ":as", ":as Boris russian", ":as a b c",
      ":99999999999"})
  void whatMakesNoSenseIsSaid(String line) {
    assertThat(RehearsalInput.parse(line)).isInstanceOf(RehearsalInput.Wrong.class);
  }
}
