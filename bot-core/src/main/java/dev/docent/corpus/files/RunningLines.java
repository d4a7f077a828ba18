package dev.docent.corpus.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The lines at the head and the foot of pages that stand on most of them: a title, a number. They cut sentences. */
final class RunningLines {
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int FEW = 3;

  private RunningLines() {}

  static List<String> without(List<String> pages) {
    List<String> bare = pages;
    int enough = Math.max(FEW, pages.size() / 2);
    // A head or foot may be of two lines.
    for (int i = 0; i < 2; i++) {
      Map<String, Integer> firsts = counted(bare, true);
      bare = bare.stream().map(page -> cut(page, firsts, enough, true)).toList();
      Map<String, Integer> lasts = counted(bare, false);
      bare = bare.stream().map(page -> cut(page, lasts, enough, false)).toList();
    }
    return bare;
  }

  private static Map<String, Integer> counted(List<String> pages, boolean first) {
    var counted = new HashMap<String, Integer>();
    pages.forEach(page -> counted.merge(key(edge(page, first)), 1, Integer::sum));
    return counted;
  }

  private static String cut(String page, Map<String, Integer> counted, int enough, boolean first) {
    String line = edge(page, first);
    if (line.isEmpty() || counted.getOrDefault(key(line), 0) < enough) {
      return page;
    }
    return (first ? page.substring(line.length()) : page.substring(0, page.length() - line.length())).strip();
  }

  private static String edge(String page, boolean first) {
    int at = first ? page.indexOf('\n') : page.lastIndexOf('\n');
    return at < 0 ? page : first ? page.substring(0, at) : page.substring(at + 1);
  }

  private static String key(String line) {
    return DIGITS.matcher(line).replaceAll("#");
  }
}
