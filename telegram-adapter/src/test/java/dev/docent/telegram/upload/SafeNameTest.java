package dev.docent.telegram.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {

  @ParameterizedTest
  @CsvSource({"report.pdf, report.pdf", "../../etc/x.md, x.md", "a/b\\c.txt, c.txt", "Отчёт 2024.docx, Отчёт 2024.docx",
      "..md, document.md", "...., ''", "'', ''", "' . ', ''", "nul.txt, nul_.txt", "a:b*c?.md, a_b_c_.md",
      "'.env.txt', env.txt",
      "x.md., x.md"})
  void isFitToBeAFilesName(String foreign, String safe) {
    assertThat(SafeName.of(foreign).value()).isEqualTo(safe);
  }

  @Test
  void isShortWhateverItsLettersAndKeepsItsEnding() {
    String name = SafeName.of("ж".repeat(300) + ".pdf").value();
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(120);
    assertThat(name).endsWith("ж.pdf");
    assertThat(SafeName.of("😀".repeat(300) + ".pdf").readable()).isTrue();
  }

  @Test
  void aNumberGoesBeforeTheEnding() {
    assertThat(new SafeName("a.b.md").numbered(2).value()).isEqualTo("a.b (2).md");
  }

  @Test
  void whatCarriesProgramsIsNotReadable() {
    assertThat(SafeName.of("macros.xlsm").readable()).isFalse();
    assertThat(SafeName.of("program.exe").readable()).isFalse();
    assertThat(SafeName.of("README").readable()).isFalse();
    assertThat(SafeName.of("REPORT.PDF").readable()).isTrue();
  }
}
