package dev.docent.corpus.files.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The title that a file gives itself. */
public final class OwnTitle {
  private static final Pattern NO_TITLE = Pattern
      .compile(
          "(?i)Microsoft (?:Word|PowerPoint|Excel) - .*|untitled|(?:power)?point presentation|.*\\.\\w{3,4}|slide 1");

  private OwnTitle() {}

  /** What a file says of itself, unless it is what programs write by themselves; empty for none. */
  public static String of(@Nullable String title) {
    return title == null || NO_TITLE.matcher(title.strip()).matches() ? "" : title.replaceAll("\\s+", " ").strip();
  }
}
