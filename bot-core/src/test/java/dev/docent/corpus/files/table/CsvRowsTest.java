package dev.docent.corpus.files.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.files.format.Extracted;
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
    Extracted read = CsvRows.of("Name,Note,Depth\nCod,\"cold\nwater, \"\"deep\"\"\",40\n\nEel,,\n");
    assertThat(read.text().split("\n", -1)).containsExactly("- Name; Note; Depth",
        "- Name: Cod; Note: cold water, \"deep\"; Depth: 40", "", "", "- Eel", "");
    assertThat(read.blocks()).hasSize(3);
  }

  @Test
  void readsRowsWithoutNames() throws SAXException {
    assertThat(CsvRows.of("Cod,40\nEel,12").text()).isEqualTo("- Cod; 40\n- Eel; 12");
  }

  @Test
  void partsRowsWhereMostOfThemAreAlike() throws SAXException {
    assertThat(CsvRows.of("name;address\n\"Weaver, J., Ltd\";\"Mill Lane 4, Oldtown\"\n"
        + "\"Cooper, B., Ltd\";\"Dock Road 9, Newport\"\n").text())
        .contains("- name: Cooper, B., Ltd; address: Dock Road 9, Newport\n");
    assertThat(CsvRows.of("Artikel;Preis, netto\nSeil;4,50\nLot;12,00\n").text())
        .contains("- Artikel: Lot; Preis, netto: 12,00");
    assertThat(CsvRows.of("Part|Note\nbolt|long, thin, black\nnut|one, two; three, four\n").text())
        .contains("- Part: nut; Note: one, two; three, four");
    assertThat(CsvRows.of("Item\tSize\nRope, hemp; red\t3\nRope, nylon; blue\t4\n").text())
        .contains("- Item: Rope, nylon; blue; Size: 4");
  }

  @Test
  void takesTheSeparatorThatTheFirstLineSays() throws SAXException {
    assertThat(CsvRows.of("sep=|\nname|a;b\nrope; red|1;2\ntar; black|3;4\n").text())
        .isEqualTo("\n- name; a;b\n- name: rope; red; a;b: 1;2\n- name: tar; black; a;b: 3;4\n");
    assertThat(CsvRows.of("sep=,\nname,price\nrope;x,1\ntar;y,3\n").text()).contains("- name: tar;y; price: 3");
  }

  @Test
  void losesNoRowToALoneQuotationMark() throws SAXException {
    String read = CsvRows.of("""
        id,name,size,shelf
        1,"elbow, ""long\""",2,A4
        2,straight 3" pipe,3,B7
        3,"T piece" large,4,C9
        4,"broken,5,D2
        5,reducer,6,E1
        6,rod,5",F1
        7,"two
        lines",7,F3
        """).text();
    assertThat(read.split("\n", -1)).containsExactly("- id; name; size; shelf",
        "- id: 1; name: elbow, \"long\"; size: 2; shelf: A4", "- id: 2; name: straight 3\" pipe; size: 3; shelf: B7",
        "- id: 3; name: \"T piece\" large; size: 4; shelf: C9", "- id: 4; name: \"broken; size: 5; shelf: D2",
        "- id: 5; name: reducer; size: 6; shelf: E1", "- id: 6; name: rod; size: 5\"; shelf: F1",
        "- id: 7; name: two lines; size: 7; shelf: F3", "", "");
  }

  @Test
  void readsARowOfATornLineAsItStands() throws SAXException {
    assertThat(CsvRows.of("name,size,shelf\nrope,3,A1\ntar, black,4,B2\nwax\nhemp,5,C3\n").text())
        .isEqualTo("- name; size; shelf\n- name: rope; size: 3; shelf: A1\n- tar; black; 4; B2\n- wax\n"
            + "- name: hemp; size: 5; shelf: C3\n");
  }
}
