package dev.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableHeaderTest {
  private static final String TABLE = """
      # Branches

      | City | Head |
      |:-----|-----:|
      | Kiel | Jensen |
      | Lund | Berg |

      | no | table |
      """;

  @Test
  void namesTheColumnsOfEveryRow() {
    assertThat(of("| Kiel")).isEqualTo("| City | Head |");
    assertThat(of("| Lund")).isEqualTo("| City | Head |");
    assertThat(TableHeader.of(TABLE.substring(TABLE.indexOf("| City")), 60)).hasValue("| City | Head |");
  }

  @Test
  void whatIsNoRowHasNone() {
    assertThat(of("| City")).isEqualTo("none");
    assertThat(of("# Branches")).isEqualTo("none");
    assertThat(of("| no |")).isEqualTo("none");
    assertThat(TableHeader.of("|---|\n| a |", 7)).isEmpty();
  }

  private static String of(String row) {
    return TableHeader.of(TABLE, TABLE.indexOf(row)).orElse("none");
  }
}
