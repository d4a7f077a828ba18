package dev.docent.corpus.files.table;

import dev.docent.corpus.files.table.Grid.Placed;
import dev.docent.corpus.files.table.Grid.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where the names of a table's columns stand: by marks, else by what tells a row from those below it. Of two ways to see
 * a table that both fit, none is taken.
 *
 * @param titles how many rows at the top stand above the names
 * @param names how many rows hold names; 0 if that isn't sure
 */
record HeaderRows(int titles, int names) {
  /** No row of names that is sure. */
  static final HeaderRows NONE = new HeaderRows(0, 0);
  private static final int MOST_TITLES = 5;
  private static final int MOST_NAMES = 5;
  private static final int MOST_COLUMNS = 1_000;
  /** How many rows are looked at. */
  private static final int SAMPLE = 200;
  private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*");
  private static final Pattern MEASURE = Pattern
      .compile("[^\\p{L}\\d]*\\d.*|(?:[A-Z]{3}|CHF|kr\\.?|Rs\\.?)\\s?\\d[^\\p{L}]*");
  private static final Pattern MIXED = Pattern.compile(".*[\\d@].*");
  private static final Pattern NOTHING = Pattern.compile("(?i)n/?a|none|tbd|[^\\p{L}\\d]*");
  private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)\\d\\d(?:[/–-](?:\\d\\d){1,2})?");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** What a cell looks like. */
  private enum Look {
    NOTHING, FIGURE, MEASURE, MIXED, LOWER, UPPER, WORDS;

    static Look of(String text) {
      if (HeaderRows.NOTHING.matcher(text).matches()) {
        return NOTHING;
      }
      if (HeaderRows.FIGURE.matcher(text).matches()) {
        return FIGURE;
      }
      if (HeaderRows.MEASURE.matcher(text).matches()) {
        return MEASURE;
      }
      if (HeaderRows.MIXED.matcher(text).matches()) {
        return MIXED;
      }
      if (text.equals(text.toLowerCase(Locale.ROOT)) && !text.equals(text.toUpperCase(Locale.ROOT))) {
        return LOWER;
      }
      boolean capitals = text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
      return capitals && text.length() > 3 ? UPPER : WORDS;
    }

    boolean counted() {
      return this == FIGURE || this == MEASURE;
    }

    boolean worded() {
      return this == LOWER || this == UPPER || this == WORDS;
    }
  }

  /** How much speaks for a row of names. Against it: that a value is seen among its names. */
  private enum Evidence {
    AGAINST, NONE, SOME, MUCH
  }

  /** Whether the document itself says that the row holds names. */
  static boolean marked(Row row) {
    return row.named() || row.cells().stream().allMatch(placed -> placed.cell().marked());
  }

  /**
   * @param part rows of one table, none of which is a remark
   * @param last whether no rows follow
   */
  static HeaderRows of(Grid grid, List<Row> part, boolean last) {
    int marked = 0;
    while (marked < part.size() && marked(part.get(marked))) {
      marked++;
    }
    if (marked > 0 && (marked < part.size() || !last || part.getFirst().named())) {
      return new HeaderRows(0, Math.min(marked, MOST_NAMES));
    }
    for (int at = 0; at < Math.min(part.size() - 1, MOST_TITLES + 1); at++) {
      List<Row> left = part.subList(at, Math.min(part.size(), at + SAMPLE));
      if (at > 0 && !title(part.get(at - 1), left)) {
        return NONE;
      }
      int names = names(grid, left);
      if (names > 0) {
        return new HeaderRows(at, names);
      }
    }
    return NONE;
  }

  /** Whether the row is a title above the rest: a cell or two that leave columns of the next row free. */
  private static boolean title(Row row, List<Row> below) {
    return row.cells().size() <= 2 && below.getFirst().cells().size() > row.cells().size()
        && !names(row, below);
  }

  private static int names(Grid grid, List<Row> all) {
    Row first = all.getFirst();
    // Where a cell too many moves the others to other columns, only rows that are as long say something.
    List<Row> rows = grid.shaped() ? all : all.stream().filter(row -> row.fields() == first.fields()).toList();
    if (rows.size() < 2) {
      return 0;
    }
    Row second = rows.get(1);
    List<Row> below = rows.subList(2, rows.size());
    if (!below.isEmpty() && second == all.get(1) && pair(first, second, below)) {
      return 2;
    }
    List<Row> rest = rows.subList(1, rows.size());
    if (!names(first, rest) || evidence(first, rest).compareTo(Evidence.SOME) < 0) {
      return 0;
    }
    return !below.isEmpty() && first.cells().size() == 2 && rivals(first, second, below) ? 0 : 1;
  }

  /** Of two rows of two cells each could be the names, and the first the title, or the second a row of values. */
  private static boolean rivals(Row first, Row second, List<Row> below) {
    boolean told = strong(first) && !strong(second);
    return !told && second.cells().size() == 2 && evidence(second, below) == Evidence.MUCH;
  }

  /** Whether two rows together hold the names: groups of columns above, and below them the columns of each. */
  private static boolean pair(Row first, Row second, List<Row> below) {
    boolean grouped = first.cells()
        .stream()
        .anyMatch(group -> group.to() - group.from() > 1
            && second.cells().stream().filter(name -> inside(name, group) && name.cell() != group.cell()).count() > 1);
    boolean down = second.cells()
        .stream()
        .anyMatch(name -> first.cells().stream().anyMatch(top -> top.cell() == name.cell()));
    Evidence told = evidence(second, below);
    if (told == Evidence.AGAINST || !(names(second, below) || gaps(first, second))) {
      return false;
    }
    if (grouped) {
      return evidence(first, below) != Evidence.AGAINST && (down || told != Evidence.NONE);
    }
    if (strong(first) && strong(second) && below.stream().noneMatch(HeaderRows::strong)) {
      return first.cells().size() > 2 && second.cells().size() > 1 && told == Evidence.MUCH;
    }
    return gaps(first, second) && told == Evidence.MUCH && evidence(first, below).compareTo(Evidence.NONE) > 0;
  }

  private static boolean inside(Placed name, Placed group) {
    return group.from() <= name.from() && name.to() <= group.to();
  }

  /** Each column has a name in one of the rows, or in both; the second leaves the first column free. */
  private static boolean gaps(Row first, Row second) {
    return first.at(0) != null && second.at(0) == null && second.cells().size() > 1
        && IntStream.range(0, Math.max(first.end(), second.end()))
            .allMatch(column -> first.at(column) != null || second.at(column) != null);
  }

  /**
   * The rows of names as they are meant: where the names of groups stand only above the first of their columns, they
   * reach to the next group.
   */
  static List<Row> meant(Grid grid, List<Row> names) {
    if (names.size() != 2 || !grid.loose() || !gaps(names.get(0), names.get(1))) {
      return names;
    }
    Row first = names.get(0);
    Row second = names.get(1);
    var reaching = new ArrayList<Placed>();
    for (Placed group : first.cells()) {
      int to = group.to();
      while (second.at(group.from()) != null && to < second.end() && first.at(to) == null) {
        to++;
      }
      reaching.add(new Placed(group.cell(), group.from(), to));
    }
    return List.of(new Row(reaching, first.fields(), first.number(), first.named(), first.gap()), second);
  }

  /**
   * Whether the columns that are in use below have names. The first needs none, and of many names a few may be left out,
   * but a title of two cells isn't taken for names.
   */
  private static boolean names(Row row, List<Row> below) {
    List<Row> sample = below.subList(0, Math.min(below.size(), SAMPLE));
    int end = sample.stream().mapToInt(Row::end).max().orElse(0);
    int missing = 0;
    for (int column = row.cells().getFirst().from() > 0 ? 1 : 0; column < Math.min(end, MOST_COLUMNS); column++) {
      int at = column;
      long used = sample.stream().filter(other -> other.at(at) != null).count();
      missing += row.at(column) == null && used * 2 >= sample.size() ? 1 : 0;
    }
    int cells = row.cells().size();
    return cells > 1 && missing <= (cells > 2 ? cells / 3 : 0);
  }

  private static boolean strong(Row row) {
    return row.cells().stream().allMatch(placed -> placed.cell().strong());
  }

  private static Evidence evidence(Row row, List<Row> below) {
    List<Row> sample = below.stream().filter(other -> !same(row, other)).limit(SAMPLE).toList();
    if (sample.isEmpty()) {
      return Evidence.NONE;
    }
    boolean counting = counting(row, sample);
    Evidence most = strong(row) && sample.stream().filter(HeaderRows::strong).count() * 5 < sample.size()
        ? Evidence.MUCH
        : Evidence.NONE;
    for (Placed name : row.cells()) {
      Evidence one = evidence(name, values(name.from(), sample), counting);
      if (one == Evidence.AGAINST) {
        return one;
      }
      // One row alone hardly shows what is usual in a column.
      one = one == Evidence.SOME && sample.size() == 1 ? Evidence.NONE : one;
      most = one.compareTo(most) > 0 ? one : most;
    }
    return most;
  }

  private static boolean same(Row one, Row other) {
    return one.cells().stream().map(Placed::text).toList().equals(other.cells().stream().map(Placed::text).toList());
  }

  /** What stands in the column, each spanning cell once. */
  private static List<String> values(int column, List<Row> rows) {
    return rows.stream()
        .map(row -> row.at(column))
        .filter(Objects::nonNull)
        .map(Placed::text)
        .filter(text -> Look.of(text) != Look.NOTHING)
        .toList();
  }

  private static Evidence evidence(Placed placed, List<String> values, boolean counting) {
    String name = placed.text();
    Look look = Look.of(name);
    if (values.contains(name) || look.counted() && !counting || look == Look.NOTHING) {
      return Evidence.AGAINST;
    }
    if (values.isEmpty()) {
      return Evidence.NONE;
    }
    boolean counted = most(values, text -> Look.of(text).counted());
    if (look.counted()) {
      return Evidence.MUCH;
    }
    if (counted || look.worded() && most(values, text -> Look.of(text) == Look.MIXED || Look.of(text).counted())) {
      return Evidence.MUCH;
    }
    boolean letters = look.worded() && values.stream().allMatch(text -> other(look, Look.of(text)));
    boolean again = values.size() > 3 && new HashSet<>(values).size() * 2 <= values.size();
    boolean longer = values.stream().mapToInt(String::length).average().orElse(0) >= name.length() * 2.0 + 8;
    boolean phrases = name.indexOf(' ') < 0 && values.stream().allMatch(text -> text.indexOf(' ') > 0);
    return letters || again || longer || phrases ? Evidence.SOME : Evidence.NONE;
  }

  private static boolean other(Look name, Look value) {
    return value.worded() && value != name;
  }

  private static boolean most(List<String> values, Predicate<String> fits) {
    long others = values.size() - values.stream().filter(fits).count();
    return others * 5 <= values.size() || others == 1 && values.size() > 2;
  }

  /** Whether the numbers in a row are names, as years are: they count up or down, and below them stands something else. */
  private static boolean counting(Row row, List<Row> below) {
    List<Placed> numbers = row.cells().stream().filter(placed -> Look.of(placed.text()).counted()).toList();
    if (numbers.size() < 2 || !counted(numbers)) {
      return numbers.isEmpty() || numbers.size() == 1 && strong(row) && row.cells().size() > 1
          && below.stream().noneMatch(HeaderRows::strong) && YEAR.matcher(numbers.getFirst().text()).matches();
    }
    boolean years = numbers.stream().allMatch(placed -> YEAR.matcher(placed.text()).matches());
    boolean sequence = numbers.size() > 2 && IntStream.range(1, numbers.size())
        .allMatch(i -> Math.abs(number(numbers.get(i)) - number(numbers.get(i - 1))) == 1);
    for (Placed number : numbers) {
      List<String> values = values(number.from(), below);
      boolean alike = most(values, text -> years
          ? YEAR.matcher(text).matches()
          : shape(text).equals(shape(number.text())));
      if (!values.isEmpty() && alike && (years || !sequence || counts(below, numbers))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a row below counts in the same columns as well. */
  private static boolean counts(List<Row> below, List<Placed> numbers) {
    return below.stream().anyMatch(row -> {
      List<Placed> own = numbers.stream().map(number -> row.at(number.from())).filter(Objects::nonNull).toList();
      return own.size() == numbers.size() && counted(own);
    });
  }

  private static boolean counted(List<Placed> numbers) {
    boolean up = true;
    boolean down = true;
    for (int i = 1; i < numbers.size(); i++) {
      up &= number(numbers.get(i - 1)) < number(numbers.get(i));
      down &= number(numbers.get(i - 1)) > number(numbers.get(i));
    }
    return up || down;
  }

  /** All digits of it in one number, which is order enough for years, hours and dates that begin with the year. */
  private static double number(Placed placed) {
    var digits = new StringBuilder();
    var found = DIGITS.matcher(placed.text());
    while (found.find() && digits.length() < 15) {
      digits.append(found.group());
    }
    return digits.isEmpty() ? 0 : Double.parseDouble(digits.toString());
  }

  private static String shape(String text) {
    return DIGITS.matcher(text).replaceAll("9");
  }

  /** Whether rows that follow after a remark or an empty line look like those that stand under the names. */
  static boolean goesOn(Grid grid, List<Row> names, List<Row> like, List<Row> part) {
    int end = names.stream().mapToInt(Row::end).max().orElse(0);
    if (like.isEmpty() || part.stream().anyMatch(row -> row.end() > end)) {
      return false;
    }
    boolean told = !grid.loose() || names.stream().allMatch(HeaderRows::strong) && !strong(part.getFirst());
    for (int column : names.stream().flatMap(row -> row.cells().stream()).map(Placed::from).distinct().toList()) {
      List<String> before = values(column, like.subList(0, Math.min(like.size(), SAMPLE)));
      List<String> after = values(column, part.subList(0, Math.min(part.size(), SAMPLE)));
      List<String> first = values(column, part.subList(0, 1));
      boolean counted = !before.isEmpty() && most(before, text -> !Look.of(text).worded());
      if (counted && !after.isEmpty()) {
        if (!most(after, text -> !Look.of(text).worded()) || first.stream().anyMatch(text -> Look.of(text).worded())) {
          return false;
        }
        told = true;
      }
      for (Look look : List.of(Look.LOWER, Look.UPPER)) {
        if (before.size() > 1 && most(before, text -> Look.of(text) == look)
            && first.stream().anyMatch(text -> Look.of(text) != look)) {
          return false;
        }
      }
    }
    return told;
  }
}
