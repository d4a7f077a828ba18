package dev.docent.telegram.text;

import dev.docent.telegram.text.Span.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little Markdown that language models write whatever they are told: code and bold. What isn't closed stays as it
 * is written, except for a fence, which then runs to the end.
 */
public final class Markdown {
  private static final Pattern FENCE = Pattern.compile("(?m)^```([\\w+#-]{0,20})[^\\n]*\\n(.*?)(?:\\n```[ \\t]*$|\\z)",
      Pattern.DOTALL);
  private static final Pattern INLINE = Pattern
      .compile("`([^`\\n]+)`|\\*\\*(?=\\S)([^*\\n]+?)(?<=\\S)\\*\\*");

  private Markdown() {}

  public static Styled read(String text) {
    var out = Styled.builder();
    Matcher fence = FENCE.matcher(text);
    int from = 0;
    while (fence.find()) {
      inline(text.substring(from, fence.start()), out);
      String language = fence.group(1).isEmpty() ? null : fence.group(1);
      out.add(Kind.PRE, Styled.plain(fence.group(2)), language);
      from = fence.end();
    }
    inline(text.substring(from), out);
    return out.build();
  }

  private static void inline(String text, Styled.Builder out) {
    Matcher mark = INLINE.matcher(text);
    int from = 0;
    while (mark.find()) {
      out.add(text.substring(from, mark.start()));
      if (mark.group(1) != null) {
        out.add(Kind.CODE, mark.group(1));
      } else {
        out.add(Kind.BOLD, mark.group(2));
      }
      from = mark.end();
    }
    out.add(text.substring(from));
  }
}
