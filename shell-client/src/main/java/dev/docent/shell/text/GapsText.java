package dev.docent.shell.text;

import dev.docent.gaps.Gap;
import dev.docent.gaps.GapGroup;
import dev.docent.gaps.GapReason;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was asked and not answered, for people. */
public final class GapsText {
  private static final int SHOWN = 5;

  private GapsText() {}

  public static String render(List<GapGroup> groups) {
    if (groups.isEmpty()) {
      return "Nothing was asked that the documents didn't answer.\n";
    }
    var lines = new ArrayList<String>();
    lines.add("Asked and not answered, most often first. A document about these would help:");
    groups.forEach(group -> lines.addAll(lines(group)));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> lines(GapGroup group) {
    var lines = new ArrayList<String>();
    lines.add("");
    String about = String.join(", ", group.about());
    lines.add("%4d×  %s   (last %s)".formatted(group.gaps().size(),
        Printable.line(about.isEmpty() ? group.gaps().getLast().question() : about), day(group)));
    Map<String, Gap> different = new LinkedHashMap<>();
    group.gaps().reversed().forEach(gap -> different.putIfAbsent(gap.question(), gap));
    different.values()
        .stream()
        .limit(SHOWN)
        .forEach(gap -> lines.add("       " + Printable.line(gap.question()) + " · " + words(gap.reason())));
    if (different.size() > SHOWN) {
      lines.add("       and " + Phrases.count(different.size() - SHOWN, "question") + " more");
    }
    return lines;
  }

  private static LocalDate day(GapGroup group) {
    return LocalDate.ofInstant(group.latest(), ZoneId.systemDefault());
  }

  private static String words(GapReason reason) {
    return switch (reason) {
      case GapReason.Known known -> switch (known) {
        case NO_EVIDENCE -> "nothing about it";
        case NOT_SUPPORTED -> "the topic is there, the answer isn't";
        case OTHER_LANGUAGE -> "asked in another language";
        case REJECTED -> "answered, but not to the point";
      };
      case GapReason.Other other -> Printable.line(other.code());
    };
  }
}
