package dev.docent.corpus.files.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.table.Grid.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class TableRowsTest {

  @Test
  void readsEachRowWithTheNamesOfItsColumns() throws SAXException {
    assertThat(rows("Fish|Price", "Cod|40", "Eel|12"))
        .containsExactly("= Fish; Price", "Fish: Cod; Price: 40", "Fish: Eel; Price: 12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021|2022|2023", "2023|2022|2021", "2020/21|2021/22|2022/23", "1|2|3", "Q1|Q2|Q3",
      "2024-01|2024-02|2024-03", "1 person|2 persons|3 persons"})
  void takesYearsAndWhatElseCountsForNames(String names) throws SAXException {
    String[] name = names.split("\\|");
    assertThat(rows("Office|" + names, "Annex|300 €|280 €|410 €", "Mill Lane|230 €|198 €|251 €"))
        .containsExactly("= Office; " + names.replace("|", "; "),
            "Office: Annex; " + name[0] + ": 300 €; " + name[1] + ": 280 €; " + name[2] + ": 410 €",
            "Office: Mill Lane; " + name[0] + ": 230 €; " + name[1] + ": 198 €; " + name[2] + ": 251 €");
  }

  @Test
  void takesYearsForNamesBelowAFreeCorner() throws SAXException {
    assertThat(rows("|2021|2022", "Annex|300|280", "Mill Lane|230|1980"))
        .contains("Annex; 2021: 300; 2022: 280", "Mill Lane; 2021: 230; 2022: 1980");
  }

  @Test
  void takesNoFiguresForNames() throws SAXException {
    assertThat(rows("Cod|40|41", "Eel|12|13", "Hake|7|8")).containsExactly("Cod; 40; 41", "Eel; 12; 13",
        "Hake; 7; 8");
    assertThat(rows("Bus 4|8:00|9:00|10:00", "Bus 5|8:10|9:10|10:10"))
        .containsExactly("Bus 4; 8:00; 9:00; 10:00", "Bus 5; 8:10; 9:10; 10:10");
    assertThat(rows("Gull|1998|2004", "Tern|2001|2011")).containsExactly("Gull; 1998; 2004", "Tern; 2001; 2011");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stock list||", "Stock list|March|", "Stock list|March 2024|", "Stock list||March 2024"})
  void takesNoTitleForNames(String title) throws SAXException {
    assertThat(rows(title, "Item|Count|Shelf", "Plumb bob|12|A4", "Chalk line|7|B1"))
        .endsWith("= Item; Count; Shelf", "Item: Plumb bob; Count: 12; Shelf: A4",
            "Item: Chalk line; Count: 7; Shelf: B1");
  }

  @Test
  void doesNotDecideBetweenATitleAndNamesThatAreAlike() throws SAXException {
    assertThat(rows("Stock list|March", "Item|Count", "Plumb bob|12", "Chalk line|7"))
        .containsExactly("Stock list; March", "Item; Count", "Plumb bob; 12", "Chalk line; 7");
  }

  @Test
  void joinsTheNamesOfGroupsAndOfTheirColumns() throws SAXException {
    var grid = new Grid(false, true);
    grid.row(1, false);
    grid.cell(Cell.of("Room"), 1, 2);
    grid.cell(Cell.of("Summer"), 2, 1);
    grid.cell(Cell.of("Winter"), 2, 1);
    row(grid, "June", "July", "December", "January");
    row(grid, "Attic", "14 euro", "18 euro", "9 euro", "8 euro");
    assertThat(said(grid)).containsExactly("= Room; Summer; Winter", "= Room; June; July; December; January",
        "Room: Attic; Summer June: 14 euro; Summer July: 18 euro; Winter December: 9 euro; Winter January: 8 euro");
  }

  @Test
  void joinsThemWhereNothingIsMergedAsWell() throws SAXException {
    assertThat(rows("Room|Summer||Winter|", "|June|July|December|January", "Attic|14|18|9|8", "Cellar|9|9|4|3"))
        .contains("Room: Attic; Summer June: 14; Summer July: 18; Winter December: 9; Winter January: 8");
    assertThat(rows("Item|Weight|Price", "|kg|EUR", "Bolt|0.2|3", "Nut|0.1|2"))
        .contains("Item: Bolt; Weight kg: 0.2; Price EUR: 3");
  }

  @Test
  void takesAFirstRowOfWordsAmongWordsForNamesOnlyIfSomethingTellsItApart() throws SAXException {
    assertThat(rows("Maple|Holm", "Willow|Lund", "Birch|Berg")).containsExactly("Maple; Holm", "Willow; Lund",
        "Birch; Berg");
    assertThat(rows("Ward|Day", "Maple|Monday", "Maple|Friday", "Birch|Monday", "Birch|Friday"))
        .contains("Ward: Birch; Day: Friday");
    assertThat(rows("ward|doctor", "Maple|Holm", "Willow|Lund")).contains("ward: Willow; doctor: Lund");
    assertThat(rows("Cod|winter", "Eel|winter", "Hake|summer", "Herring|summer")).startsWith("Cod; winter",
        "Eel; winter");
  }

  @Test
  void takesARowThatStandsOutForNames() throws SAXException {
    var grid = new Grid(true, true);
    grid.row(1, false);
    grid.cell(new Cell("Ward", false, true), 1, 1);
    grid.cell(new Cell("Doctor", false, true), 1, 1);
    row(grid, "Maple", "Holm");
    row(grid, "Willow", "Lund");
    assertThat(said(grid)).containsExactly("= Ward; Doctor", "Ward: Maple; Doctor: Holm", "Ward: Willow; Doctor: Lund");
  }

  @Test
  void saysTheNamesOfOneTableNotInTheNext() throws SAXException {
    assertThat(rows("Fish|Price", "Cod|40", "Eel|12", "", "Boat|Skipper", "Gull|Eva", "Tern|Ole"))
        .containsExactly("= Fish; Price", "Fish: Cod; Price: 40", "Fish: Eel; Price: 12", "Boat; Skipper", "Gull; Eva",
            "Tern; Ole");
    assertThat(rows("Fish|Price", "Cod|40", "", "Eel|12", "Hake|9")).contains("Fish: Eel; Price: 12");
    assertThat(rows("Fish|Price", "Cod|40", "Boats", "Boat|Length", "Gull|12")).contains("Boat: Gull; Length: 12");
  }

  @Test
  void findsTheNamesAboveARemarkOrAFreeLine() throws SAXException {
    assertThat(rows("Fish|Price", "Freshwater|", "Pike|40", "Eel|12", "Sea|", "Cod|9")).containsExactly("= Fish; Price",
        "Freshwater", "Fish: Pike; Price: 40", "Fish: Eel; Price: 12", "Sea", "Fish: Cod; Price: 9");
    assertThat(rows("Fish|Price|Port", "||", "Pike|40|Lund", "Eel|12|Ho"))
        .contains("Fish: Pike; Price: 40; Port: Lund");
  }

  @Test
  void readsARowWithMoreFieldsThanNamesAsItStands() throws SAXException {
    var grid = new Grid(true, false);
    row(grid, "Name", "Count");
    row(grid, "Bolt", "4");
    row(grid, "Nut", "brass", "5");
    assertThat(said(grid)).containsExactly("= Name; Count", "Name: Bolt; Count: 4", "Nut; brass; 5");
  }

  @Test
  void saysNoNamesWhereCellsMayBeMergedAndItIsNotTold() throws SAXException {
    var merged = new Grid(false, false);
    row(merged, "Pitch", "June", "July", "August");
    row(merged, "Forest", "14 euro", "22 euro");
    row(merged, "Dune", "1 euro", "2 euro", "3 euro");
    assertThat(said(merged)).endsWith("Forest; 14 euro; 22 euro", "Dune; 1 euro; 2 euro; 3 euro");
    var even = new Grid(false, false);
    row(even, "Pitch", "June", "July");
    row(even, "Forest", "14 euro", "22 euro");
    assertThat(said(even)).contains("Pitch: Forest; June: 14 euro; July: 22 euro");
  }

  @Test
  void leavesAColumnWithoutANameWithoutOne() throws SAXException {
    assertThat(rows("Item|Count|Shelf", "Plumb bob|12|A4|fragile", "Chalk line|7|B1|blue"))
        .contains("Item: Plumb bob; Count: 12; Shelf: A4; fragile");
  }

  @Test
  void putsACellUnderEachOfItsColumnsAndInEachOfItsRows() throws SAXException {
    var grid = new Grid(false, true);
    row(grid, "Pitch", "June", "July", "August");
    grid.row(2, false);
    grid.cell(Cell.of("Forest"), 1, 2);
    grid.cell(Cell.of("14 euro"), 2, 1);
    grid.cell(Cell.of("22 euro"), 1, 1);
    row(grid, "15 euro", "16 euro", "17 euro");
    grid.row(4, false);
    grid.cell(Cell.of("Closed on Mondays"), 4, 1);
    assertThat(said(grid)).containsExactly("= Pitch; June; July; August",
        "Pitch: Forest; June: 14 euro; July: 14 euro; August: 22 euro",
        "Pitch: Forest; June: 15 euro; July: 16 euro; August: 17 euro", "Closed on Mondays");
  }

  @Test
  void readsRowsOfAnotherFormatInOneCall() throws SAXException {
    assertThat(TableRows.lines(List.of(List.of("Maple", "Holm"), List.of("Willow", "Lund")), 1))
        .containsExactly("Maple; Holm", "Maple: Willow; Holm: Lund");
  }

  @Test
  void endsWhenCellsRepeatMoreThanAFileMayHold() throws SAXException {
    var grid = new Grid(false, true);
    grid.row(1, false);
    for (int i = 0; i < 1_000; i++) {
      grid.cell(Cell.of("x"), 1_000_000, Integer.MAX_VALUE);
    }
    assertThatExceptionOfType(Bounds.TooLargeException.class).isThrownBy(() -> {
      for (int i = 0; i < 100_000; i++) {
        grid.row(i, false);
      }
      TableRows.lines(grid);
    });
  }

  private static List<String> rows(String... rows) throws SAXException {
    var grid = new Grid(true, true);
    for (String cells : rows) {
      row(grid, cells.split("\\|", -1));
    }
    return said(grid);
  }

  private static void row(Grid grid, String... cells) throws SAXException {
    grid.row(0, false);
    for (String cell : cells) {
      grid.cell(Cell.of(cell), 1, 1);
    }
  }

  /** The rows as they are read, those of names behind an equals sign. */
  private static List<String> said(Grid grid) throws SAXException {
    return TableRows.lines(grid)
        .stream()
        .map(line -> (line.kind() == Kind.TABLE_HEADER ? "= " : "") + line.words())
        .toList();
  }
}
