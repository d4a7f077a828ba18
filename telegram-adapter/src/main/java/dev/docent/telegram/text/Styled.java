package dev.docent.telegram.text;

import dev.docent.telegram.text.Span.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text with its formatting. Holds nothing that Telegram would refuse or a reader couldn't see. */
public record Styled(String text, List<Span> spans) {
  public static final Styled EMPTY = new Styled("", List.of());

  public Styled {
    spans = List.copyOf(spans);
    for (Span span : spans) {
      if (span.end() > text.length()) {
        throw new IllegalArgumentException(span + " in a text of " + text.length());
      }
    }
  }

  public static Styled plain(String text) {
    return builder().add(text).build();
  }

  public static Builder builder() {
    return new Builder();
  }

  public boolean blank() {
    return CleanText.blank(text);
  }

  public int length() {
    return text.length();
  }

  /** Without what stands around it in white space. */
  public Styled stripped() {
    int from = 0;
    int to = text.length();
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return part(from, to);
  }

  /** A part, formatted as it was. */
  public Styled part(int from, int to) {
    var inside = new ArrayList<Span>();
    for (Span span : spans) {
      int begin = Math.max(from, span.offset());
      int end = Math.min(to, span.end());
      if (begin < end) {
        inside.add(new Span(span.kind(), begin - from, end - begin, span.language()));
      }
    }
    return new Styled(text.substring(from, to), inside);
  }

  /** Puts text together. */
  public static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    private Builder() {}

    public Builder add(String more) {
      text.append(CleanText.text(more));
      return this;
    }

    public Builder add(Styled more) {
      more.spans().forEach(span -> spans.add(span.moved(text.length())));
      text.append(more.text());
      return this;
    }

    public Builder add(Kind kind, String more) {
      return add(kind, Styled.plain(more), null);
    }

    /** Formats what may itself be formatted. */
    public Builder add(Kind kind, Styled more, @Nullable String language) {
      if (more.length() > 0) {
        spans.add(new Span(kind, text.length(), more.length(), language));
      }
      return add(more);
    }

    public boolean empty() {
      return text.isEmpty();
    }

    public Styled build() {
      return new Styled(text.toString(), spans);
    }
  }
}
