package dev.docent.telegram.rehearsal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
  @Test
  void aLineIsAMessageUnlessAColonStandsBeforeIt() {
    assertThat(Typed.parse("who?")).isEqualTo(new Typed.Text("who?"));
    assertThat(Typed.parse("/help")).isEqualTo(new Typed.Text("/help"));
    assertThat(Typed.parse("::-)")).isEqualTo(new Typed.Text(":-)"));
    assertThat(Typed.parse(":12")).isEqualTo(new Typed.Press(12));
    assertThat(Typed.parse(" :upload  my notes.md ")).isEqualTo(new Typed.Upload("my notes.md"));
    assertThat(Typed.parse(":as Boris ru")).isEqualTo(new Typed.As("Boris", "ru"));
    assertThat(Typed.parse(":as Boris")).isEqualTo(new Typed.As("Boris", ""));
    assertThat(Typed.parse("  ")).isEqualTo(new Typed.Nothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {":", ":)", ":upload", ":edit", ":reply ", ":as", ":as Boris russian", ":as a b c",
      ":99999999999"})
  void whatMakesNoSenseIsSaid(String line) {
    assertThat(Typed.parse(line)).isInstanceOf(Typed.Wrong.class);
  }
}
