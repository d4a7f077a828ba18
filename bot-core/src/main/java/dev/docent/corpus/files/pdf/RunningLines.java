package dev.docent.corpus.files.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows at the head and the foot of pages that aren't of the text but of the book: its title or the chapter's, the
 * page's number. They cut sentences. They are known by standing at the same height on several pages with the same words
 * or with numbers that count on; what stands at that height on other pages is one, too.
 */
final class RunningLines {
  private static final Pattern NUMBER = Pattern
      .compile("(?<![\\p{L}\\d.,])(?:\\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})(?![\\p{L}\\d])");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern NUMBER_ALONE = Pattern
      .compile(
          "[-–—\\s|\\[(]*(?:\\p{L}{1,9}\\.?\\s+)?(?:\\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})(?:\\s?(?:/|of|von|из|de|sur)\\s?\\d{1,4})?[-–—\\s|\\])]*");
  private static final int ROWS = 3;
  private static final int FEW = 3;
  private static final double SAME_HEIGHT = 1.6;
  private static final double APART = 1.4;
  /** Of the size of the running text's letters: a heading. */
  private static final double LARGE = 1.15;
  private static final int LONGEST = 160;
  private static final int MOST_WORDS = 20;
  private static final int MOST_DIGITS = 9;

  private RunningLines() {}

  static List<List<PdfRow>> without(List<List<PdfRow>> pages) {
    double body = PdfPage.mostCommonSize(pages);
    List<List<PdfRow>> bare = pages;
    for (int i = 0; i < ROWS; i++) {
      bare = cut(bare, true, body);
      bare = cut(bare, false, body);
    }
    return bare;
  }

  /**
   * A row at an edge of a page.
   *
   * @param only whether nothing else is left of the page
   */
  private record Edge(int page, PdfRow row, boolean only, boolean apart, boolean cells, boolean large) {
    String words() {
      if (large) {
        // The heading of a chapter has its number, too.
        return row.text();
      }
      return DIGITS.matcher(NUMBER.matcher(row.text().toLowerCase(Locale.ROOT)).replaceAll(""))
          .replaceAll("#")
          .replaceAll("[\\s|·•–—-]+", " ")
          .strip();
    }

    /** Its numbers in Arabic digits, in their order. */
    List<Integer> numbers() {
      return DIGITS.matcher(row.text()).results().map(number -> Integer.parseInt(shortened(number.group()))).toList();
    }

    private static String shortened(String digits) {
      return digits.substring(Math.max(0, digits.length() - MOST_DIGITS));
    }

    int height() {
      return (int) Math.round(row.base() / SAME_HEIGHT);
    }
  }

  private static List<List<PdfRow>> cut(List<List<PdfRow>> pages, boolean head, double body) {
    var byHeight = new HashMap<Integer, List<Edge>>();
    for (int page = 0; page < pages.size(); page++) {
      List<PdfRow> rows = pages.get(page);
      if (!rows.isEmpty()) {
        Edge edge = edge(page, rows, head, body);
        if (edge.row.text().length() <= LONGEST && edge.row.words() <= MOST_WORDS) {
          byHeight.computeIfAbsent(edge.height(), h -> new ArrayList<>()).add(edge);
        }
      }
    }
    var running = new HashSet<Integer>();
    for (int height : byHeight.keySet()) {
      var edges = new ArrayList<>(byHeight.getOrDefault(height, List.of()));
      // Heights that are nearly the same may have been rounded apart.
      edges.addAll(byHeight.getOrDefault(height + 1, List.of()));
      running(edges, pages.size(), head, running);
    }
    var bare = new ArrayList<List<PdfRow>>();
    for (int page = 0; page < pages.size(); page++) {
      List<PdfRow> rows = pages.get(page);
      bare.add(!running.contains(page) ? rows : rows.subList(head ? 1 : 0, rows.size() - (head ? 0 : 1)));
    }
    return bare;
  }

  private static Edge edge(int page, List<PdfRow> rows, boolean head, double body) {
    PdfRow row = head ? rows.getFirst() : rows.getLast();
    boolean large = row.size() > LARGE * body;
    if (rows.size() == 1) {
      return new Edge(page, row, true, true, false, large);
    }
    PdfRow next = head ? rows.get(1) : rows.get(rows.size() - 2);
    double gap = Math.abs(next.base() - row.base());
    double leading = leading(rows);
    boolean apart = gap > APART * leading || Math.abs(row.size() - next.size()) > 0.07 * next.size();
    boolean cells = row.chunks().size() > 1 && next.chunks().size() == row.chunks().size() && gap < 2 * leading;
    return new Edge(page, row, false, apart, cells, large);
  }

  /** How far apart rows of the page mostly are. */
  static double leading(List<PdfRow> rows) {
    double[] gaps = new double[Math.max(1, rows.size() - 1)];
    for (int i = 1; i < rows.size(); i++) {
      gaps[i - 1] = rows.get(i).base() - rows.get(i - 1).base();
    }
    java.util.Arrays.sort(gaps);
    return rows.size() < 4 ? Math.min(gaps[0], 1.5 * rows.getFirst().size()) : gaps[gaps.length / 2];
  }

  /** Adds the pages whose rows at this height aren't of the text. */
  private static void running(List<Edge> edges, int pages, boolean head, Set<Integer> running) {
    var sure = new HashSet<Integer>();
    Map<String, List<Edge>> same = new HashMap<>();
    edges.forEach(edge -> same.computeIfAbsent(edge.words(), w -> new ArrayList<>()).add(edge));
    for (Map.Entry<String, List<Edge>> one : same.entrySet()) {
      List<Edge> alike = one.getValue();
      boolean words = !one.getKey().isEmpty();
      boolean enough = alike.size() >= FEW
          || alike.size() == 2 && alike.stream().allMatch(edge -> edge.apart && !edge.large);
      if (words && enough && alike.stream().noneMatch(Edge::cells) && besides(alike) && paged(alike)) {
        alike.forEach(edge -> sure.add(edge.page));
      }
    }
    counted(edges, sure);
    alone(edges, pages, head, sure);
    // Where such rows stand, also a title that stands there only once is one.
    if (sure.size() >= 2) {
      List<Edge> known = edges.stream().filter(edge -> sure.contains(edge.page)).toList();
      for (Edge edge : edges) {
        boolean alike = known.stream()
            .anyMatch(one -> Math.abs(one.row.base() - edge.row.base()) < SAME_HEIGHT
                && Math.abs(one.row.size() - edge.row.size()) < 0.2);
        if (alike && edge.apart && !edge.only && !edge.cells && !edge.large) {
          sure.add(edge.page);
        }
      }
    }
    running.addAll(sure);
  }

  /** Whether on any of the pages something stands besides them: what is all that a page says is its text. */
  private static boolean besides(Collection<Edge> edges) {
    return edges.stream().anyMatch(edge -> !edge.only);
  }

  /** Whether their numbers are those of pages and chapters: they count on, or stay the same for some pages. */
  private static boolean paged(List<Edge> edges) {
    int numbers = edges.stream().mapToInt(edge -> edge.numbers().size()).min().orElse(0);
    for (int i = 0; i < numbers; i++) {
      var values = new HashSet<Integer>();
      var differences = new HashSet<Integer>();
      for (Edge edge : edges) {
        values.add(edge.numbers().get(i));
        differences.add(edge.numbers().get(i) - edge.page);
      }
      if (Math.min(values.size(), differences.size()) > edges.size() / 2) {
        return false;
      }
    }
    return true;
  }

  /** Rows in which a number counts on with the pages. */
  private static void counted(List<Edge> edges, Set<Integer> sure) {
    var byDifference = new HashMap<Integer, Set<Integer>>();
    for (Edge edge : edges) {
      Matcher numbers = NUMBER.matcher(edge.row.text());
      while (numbers.find()) {
        OptionalInt value = value(numbers.group());
        boolean atEdge = edge.row.text().startsWith(numbers.group()) || edge.row.text().endsWith(numbers.group())
            || NUMBER_ALONE.matcher(edge.row.text()).matches();
        if (value.isPresent() && atEdge && !edge.cells && !edge.large) {
          boolean roman = !Character.isDigit(numbers.group().charAt(0));
          int key = 2 * (value.getAsInt() - edge.page) + (roman ? 1 : 0);
          byDifference.computeIfAbsent(key, d -> new HashSet<>()).add(edge.page);
        }
      }
    }
    Map<Integer, Edge> byPage = new HashMap<>();
    edges.forEach(edge -> byPage.put(edge.page, edge));
    for (Set<Integer> counting : byDifference.values()) {
      List<Edge> counted = counting.stream().map(byPage::get).filter(Objects::nonNull).toList();
      boolean apart = counted.stream().allMatch(Edge::apart);
      if (!besides(counted)) {
        continue;
      }
      if (counting.size() >= FEW || counting.size() == 2 && apart) {
        sure.addAll(counting);
      }
    }
  }

  /** A row that is the page's number and nothing else. */
  private static void alone(List<Edge> edges, int pages, boolean head, Set<Integer> sure) {
    for (Edge edge : edges) {
      Matcher number = NUMBER.matcher(edge.row.text());
      if (edge.apart && !edge.large && NUMBER_ALONE.matcher(edge.row.text()).matches() && number.find()) {
        OptionalInt value = value(number.group());
        boolean counts = value.isPresent() && value.getAsInt() == edge.page + 1
            && (pages > 1 || !head && edge.row.text().equals("1"));
        if (counts) {
          sure.add(edge.page);
        }
      }
    }
  }

  private static OptionalInt value(String number) {
    if (Character.isDigit(number.charAt(0))) {
      return OptionalInt.of(Integer.parseInt(number));
    }
    int value = 0;
    int before = 0;
    for (int i = number.length() - 1; i >= 0; i--) {
      int one = switch (Character.toLowerCase(number.charAt(i))) {
        case 'i' -> 1;
        case 'v' -> 5;
        case 'x' -> 10;
        case 'l' -> 50;
        default -> 100;
      };
      value += one < before ? -one : one;
      before = one;
    }
    return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
  }
}
