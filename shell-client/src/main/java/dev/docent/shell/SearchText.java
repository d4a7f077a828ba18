package dev.docent.shell;

import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Standing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Ranked passages for people. */
record SearchText(Place place, int width) {
  private static final int LINES = 3;

  String render(List<Passage> passages) {
    return passages.isEmpty()
        ? "Nothing in the documents is about it.\n"
        : passages.stream().map(this::passage).collect(Collectors.joining("\n"));
  }

  private String passage(Passage passage) {
    String body = Printable.line(passage.segment().body());
    int room = Math.max(20, width - 5) * LINES;
    return "%2d. %s  (%s)%n    %s%n".formatted(passage.rank(),
        place.of(passage.segment().documentId(), Place.of(passage.segment())), standing(passage),
        body.length() > room ? body.substring(0, room) + "…" : body);
  }

  private static String standing(Passage passage) {
    return "words " + standing(passage.words()) + ", vectors " + standing(passage.vectors());
  }

  static String standing(Standing standing) {
    return standing.ranked() ? String.format(Locale.ROOT, "%d: %.2f", standing.rank(), standing.score()) : "–";
  }
}
