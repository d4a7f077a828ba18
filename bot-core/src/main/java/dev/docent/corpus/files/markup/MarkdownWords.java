package dev.docent.corpus.files.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The words of a paragraph, a heading or a cell of Markdown, line by line, without emphasis, targets and tags. */
final class MarkdownWords {
  private static final Pattern FILE_NAME = Pattern.compile("\\S+\\.\\w{2,4}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}'’-]+");
  /** Marks of emphasis that CommonMark leaves standing: it doesn't know them, or they touch the wrong characters. */
  private static final Pattern LEFT = Pattern.compile("\\*\\*|~~|==");
  /** The mark of a code block that isn't one to CommonMark. */
  private static final Pattern FENCE = Pattern.compile("^\\s*`{3,}(?=[^`]*$)");
  private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][\\w.-]*)[^>]*>?", Pattern.DOTALL);
  /** A name in angle brackets that is to be put in by the reader. */
  private static final Pattern PLACEHOLDER = Pattern.compile("<[a-zA-Z][\\w -]*>");
  private static final Pattern CLOSING = Pattern.compile("</([a-zA-Z][\\w.-]*)");

  private final String source;
  private @Nullable Set<String> closed;

  MarkdownWords(String source) {
    this.source = source;
  }

  /** By line of the source, from 0; no line without words. */
  SortedMap<Integer, String> of(Node block, boolean images) {
    var reading = new Reading();
    Node at = block.getFirstChild();
    while (at != null) {
      boolean inside = show(at, reading, images);
      if (inside && at.getFirstChild() != null) {
        at = at.getFirstChild();
        continue;
      }
      while (at != block && at != null && at.getNext() == null) {
        at = at.getParent();
      }
      at = at == block || at == null ? null : at.getNext();
    }
    return reading.lines();
  }

  /** Whether what is in the node is to be looked at. */
  private boolean show(Node node, Reading reading, boolean images) {
    List<SourceSpan> spans = node.getSourceSpans();
    switch (node) {
      case Text text -> {
        int length = spans.stream().mapToInt(SourceSpan::getLength).sum();
        reading.text(line(spans, reading), text.getLiteral(), length == text.getLiteral().length());
      }
      case Code code -> code(code, spans, reading);
      case HtmlInline html -> {
        String tag = html.getLiteral();
        if (tag.regionMatches(true, 0, "<br", 0, 3) || tag.regionMatches(true, 0, "<td", 0, 3)) {
          reading.code(line(spans, reading), " ");
        } else if (placeholder(tag)) {
          reading.code(line(spans, reading), tag);
        }
      }
      case Image image -> {
        return images && words(image);
      }
      default -> {
      }
    }
    return true;
  }

  private static int line(List<SourceSpan> spans, Reading reading) {
    return spans.isEmpty() ? reading.last : spans.getFirst().getLineIndex();
  }

  private void code(Code code, List<SourceSpan> spans, Reading reading) {
    if (spans.size() < 2) {
      reading.code(line(spans, reading), code.getLiteral());
      return;
    }
    int ticks = 0;
    for (int i = 0; i < spans.size(); i++) {
      SourceSpan span = spans.get(i);
      String part = source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
      if (i == 0) {
        while (ticks < part.length() && part.charAt(ticks) == '`') {
          ticks++;
        }
        part = part.substring(ticks);
      }
      if (i == spans.size() - 1) {
        part = part.substring(0, Math.max(0, part.length() - ticks));
      }
      reading.code(span.getLineIndex(), part);
    }
  }

  /** Whether the text in the place of a picture says something: more than a name. */
  private static boolean words(Image image) {
    var said = new StringBuilder();
    for (Node node = image.getFirstChild(); node != null; node = node.getNext()) {
      said.append(node instanceof Text text ? text.getLiteral() : " ");
    }
    return words(said.toString());
  }

  static boolean words(String said) {
    Matcher words = WORD.matcher(said);
    int count = 0;
    while (words.find()) {
      boolean unspaced = words.group().codePoints().anyMatch(Character::isIdeographic) && words.group().length() > 3;
      count += unspaced ? 2 : 1;
    }
    return count > 1 && !FILE_NAME.matcher(said.strip()).matches();
  }

  /** Whether it looks like a tag but is shown: no element, without attributes, and closed nowhere. */
  private boolean placeholder(String tag) {
    Matcher name = TAG.matcher(tag);
    return PLACEHOLDER.matcher(tag).matches() && name.lookingAt() && !MarkdownSource.element(name.group(1))
        && !closed().contains(name.group(1));
  }

  private Set<String> closed() {
    if (closed == null) {
      closed = new HashSet<>();
      Matcher closing = CLOSING.matcher(source);
      while (closing.find()) {
        closed.add(closing.group(1));
      }
    }
    return closed;
  }

  /** The lines as they are put together, and where marks were left standing in them. */
  private static final class Reading {
    private record Mark(int line, int at, int length) {}

    private final SortedMap<Integer, StringBuilder> lines = new TreeMap<>();
    private final Map<String, List<Mark>> marks = new HashMap<>();
    private int last = 0;

    StringBuilder line(int line) {
      last = line;
      return lines.computeIfAbsent(line, l -> new StringBuilder());
    }

    void code(int line, String words) {
      line(line).append(words);
    }

    /**
     * @param plain whether the source says it as it is, without escapes
     */
    void text(int line, String words, boolean plain) {
      StringBuilder before = line(line);
      if (plain && (words.contains("**") || words.contains("~~") || words.contains("=="))) {
        Matcher left = LEFT.matcher(words);
        while (left.find()) {
          if (touches(words, left.start(), left.end())) {
            marks.computeIfAbsent(left.group(), m -> new ArrayList<>())
                .add(new Mark(line, before.length() + left.start(), left.end() - left.start()));
          }
        }
      }
      before.append(words);
    }

    /** Whether the mark stands at a word: not alone as a sign, not in a path, no part of a longer run of signs. */
    private static boolean touches(String words, int start, int end) {
      char before = start == 0 ? ' ' : words.charAt(start - 1);
      char after = end == words.length() ? ' ' : words.charAt(end);
      if ("/\\+=~*<>".indexOf(before) >= 0 || "/\\+=~*<>".indexOf(after) >= 0) {
        return false;
      }
      if (words.charAt(start) == '=' && Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after)) {
        return false;
      }
      boolean edge = start == 0 || end == words.length();
      return edge || !Character.isWhitespace(before) || !Character.isWhitespace(after);
    }

    SortedMap<Integer, String> lines() {
      var gone = new ArrayList<Mark>();
      marks.forEach((mark, places) -> {
        // What is opened must be closed.
        gone.addAll(places.subList(0, places.size() - places.size() % 2));
      });
      gone.sort((a, b) -> a.line != b.line ? a.line - b.line : a.at - b.at);
      for (int i = 0; i < gone.size();) {
        int line = gone.get(i).line;
        StringBuilder whole = line(line);
        var kept = new StringBuilder();
        int at = 0;
        for (; i < gone.size() && gone.get(i).line == line; i++) {
          kept.append(whole, at, gone.get(i).at);
          at = gone.get(i).at + gone.get(i).length;
        }
        lines.put(line, kept.append(whole, at, whole.length()));
      }
      var shown = new TreeMap<Integer, String>();
      lines.forEach((line, words) -> {
        String said = words.toString().strip();
        if (!said.isEmpty()) {
          shown.put(line, said.startsWith("```") ? FENCE.matcher(said).replaceFirst("").strip() : said);
        }
      });
      return shown;
    }
  }
}
