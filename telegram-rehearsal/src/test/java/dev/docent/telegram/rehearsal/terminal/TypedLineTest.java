package dev.docent.telegram.rehearsal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLineTest {
  @Test
  void aLineIsAMessageUnlessAColonStandsBeforeIt() {
    assertThat(TypedLine.parse("who?")).isEqualTo(new TypedLine.Text("who?"));
    assertThat(TypedLine.parse("/help")).isEqualTo(new TypedLine.Text("/help"));
    assertThat(TypedLine.parse("::-)")).isEqualTo(new TypedLine.Text(":-)"));
    assertThat(TypedLine.parse(":12")).isEqualTo(new TypedLine.Press(12));
    assertThat(TypedLine.parse(" :upload  my notes.md ")).isEqualTo(new TypedLine.Upload("my notes.md"));
    assertThat(TypedLine.parse(":as Boris ru")).isEqualTo(new TypedLine.As("Boris", "ru"));
    assertThat(TypedLine.parse(":as Boris")).isEqualTo(new TypedLine.As("Boris", ""));
    assertThat(TypedLine.parse("  ")).isEqualTo(new TypedLine.Nothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {":", ":)", ":upload", ":edit", ":reply ", ":as", ":as Boris russian", ":as a b c",
      ":99999999999"})
  void whatMakesNoSenseIsSaid(String line) {
    assertThat(TypedLine.parse(line)).isInstanceOf(TypedLine.Wrong.class);
  }
}
