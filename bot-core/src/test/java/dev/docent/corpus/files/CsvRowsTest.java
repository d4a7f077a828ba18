package dev.docent.corpus.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class CsvRowsTest {

  @Test
  void readsEachRowWithItsColumns() throws SAXException {
    assertThat(CsvRows.of("Fish,Price\nCod,40\nHerring,12\n").text())
        .isEqualTo("- Fish; Price\n- Fish: Cod; Price: 40\n- Fish: Herring; Price: 12\n");
  }

  @Test
  void findsTheSeparator() throws SAXException {
    assertThat(CsvRows.of("Fisch;Preis\nDorsch;4,50").text()).endsWith("- Fisch: Dorsch; Preis: 4,50");
    assertThat(CsvRows.of("Fish\tPrice\nCod\t40").text()).endsWith("- Fish: Cod; Price: 40");
  }

  @Test
  void keepsTheLineOfARowAfterCellsOfSeveralLines() throws SAXException {
    Extracted read = CsvRows.of("Name,Note\nCod,\"cold\nwater, \"\"deep\"\"\"\n\nEel,\n");
    assertThat(read.text().split("\n", -1)).containsExactly("- Name; Note",
        "- Name: Cod; Note: cold water, \"deep\"", "", "", "- Name: Eel", "");
    assertThat(read.blocks()).hasSize(3);
  }

  @Test
  void readsRowsWithoutNames() throws SAXException {
    assertThat(CsvRows.of("Cod,40\nEel,12").text()).isEqualTo("- Cod; 40\n- Eel; 12");
  }
}
