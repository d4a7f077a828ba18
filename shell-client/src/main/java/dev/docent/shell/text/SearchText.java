package dev.docent.shell.text;

import dev.docent.retrieval.Passage;
import dev.docent.retrieval.RetrieverRank;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Ranked passages for people. */
public record SearchText(LocatorText locators, int width) {
  private static final int INDENT = 4;

  public String render(List<Passage> passages) {
    return passages.isEmpty()
        ? "Nothing in the documents is about it.\n"
        : passages.stream().map(this::passage).collect(Collectors.joining("\n"));
  }

  private String passage(Passage passage) {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    var wrap = new WordWrap(out, Style.PLAIN, width);
    for (String line : passage.segment().body().strip().lines().filter(l -> !l.isBlank()).toList()) {
      int deep = INDENT + line.length() - line.stripLeading().length();
      wrap.line(" ".repeat(deep), deep);
      wrap.words(line.strip(), List.of());
    }
    wrap.end();
    return "%2d. %s  (%s)%n%s".formatted(passage.rank(),
        locators.of(passage.segment().documentId(), passage.segment().locateBody()), standing(passage), text);
  }

  private static String standing(Passage passage) {
    return "words " + standing(passage.words()) + ", vectors " + standing(passage.vectors());
  }

  static String standing(RetrieverRank standing) {
    return standing.ranked() ? String.format(Locale.ROOT, "%d: %.2f", standing.rank(), standing.score()) : "–";
  }
}
