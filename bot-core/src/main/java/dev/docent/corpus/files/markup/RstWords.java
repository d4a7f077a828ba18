package dev.docent.corpus.files.markup;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a paragraph of reStructuredText without what is markup in them; line ends stay. */
final class RstWords {
  private static final Pattern ROLE = Pattern.compile(":([A-Za-z][\\w.+-]*+(?::[\\w.+-]++){0,4}+):(?=`)");
  private static final Pattern ROLE_BEHIND = Pattern.compile(":[A-Za-z][\\w.+-]*+(?::[\\w.+-]++){0,4}+:(?!`)");
  private static final Pattern FOOTNOTE = Pattern.compile("\\s?\\[(?:\\d{1,5}|#[\\w.-]*|\\*)]_(?![\\w])");
  private static final Pattern CITATION = Pattern.compile("(\\[[\\w.-]{1,80}])_(?![\\w])");
  private static final Pattern REFERENCE = Pattern
      .compile("([\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}._+-]{0,100}[\\p{L}\\p{Nd}])?)(__?)(?![\\w])");
  private static final String OPENING = "'\"([{<-/:‘“«¿¡‐‑‒–—";
  private static final String CLOSING = "'\")]}>-/:.,;!?\\’”»‐‑‒–—";

  private final Map<String, String> substitutions;
  private final Map<String, String> titles;
  private final Set<String> targets;

  /**
   * @param substitutions what stands for a name between bars
   * @param titles of the headings by the labels above them
   * @param targets the names that a trailing underscore refers to, in lower case
   */
  RstWords(Map<String, String> substitutions, Map<String, String> titles, Set<String> targets) {
    this.substitutions = substitutions;
    this.titles = titles;
    this.targets = targets;
  }

  String of(String source) {
    return new Reading(source).read();
  }

  private final class Reading {
    private final String source;
    private final StringBuilder shown = new StringBuilder();
    private int at = 0;
    /** From where on no mark of the kind closes: one star, two, a tick, two, a bar. */
    private final boolean[] open = new boolean[5];

    Reading(String source) {
      this.source = source;
    }

    String read() {
      Matcher role = ROLE.matcher(source);
      Matcher footnote = FOOTNOTE.matcher(source);
      Matcher citation = CITATION.matcher(source);
      Matcher reference = REFERENCE.matcher(source);
      while (at < source.length()) {
        char c = source.charAt(at);
        boolean done = switch (c) {
          case '\\' -> escape();
          case '`' -> ticks("");
          case '*' -> stars();
          case '|' -> bar();
          case ':' -> role.region(at, source.length()).lookingAt() && begins(at) && role(role);
          case '_' -> source.startsWith("`", at + 1) && begins(at) && inlineTarget();
          case '[', ' ' -> drop(footnote) || c == '[' && keep(citation);
          default -> Character.isLetterOrDigit(c) && word(reference);
        };
        if (!done) {
          shown.append(c);
          at++;
        }
      }
      return shown.toString();
    }

    private boolean escape() {
      if (at + 1 >= source.length()) {
        at++;
        return true;
      }
      char next = source.charAt(at + 1);
      shown.append(next == ' ' ? "" : next);
      at += 2;
      return true;
    }

    private boolean drop(Matcher matcher) {
      if (!matcher.region(at, source.length()).lookingAt()) {
        return false;
      }
      skipTo(matcher.end());
      return true;
    }

    private boolean keep(Matcher matcher) {
      if (!matcher.region(at, source.length()).lookingAt()) {
        return false;
      }
      shown.append(matcher.group(1));
      at = matcher.end();
      return true;
    }

    /** A word as a whole, without the underscore of a reference behind it. */
    private boolean word(Matcher reference) {
      int end = at;
      while (end < source.length() && (Character.isLetterOrDigit(source.charAt(end))
          || "_.+-".indexOf(source.charAt(end)) >= 0)) {
        end++;
      }
      while (end > at + 1 && ".+-".indexOf(source.charAt(end - 1)) >= 0) {
        end--;
      }
      if (source.charAt(end - 1) == '_' && reference.region(at, end).matches()
          && (reference.group(2).length() == 2 || targets.contains(reference.group(1).toLowerCase(Locale.ROOT)))) {
        shown.append(reference.group(1));
      } else {
        shown.append(source, at, end);
      }
      at = end;
      return true;
    }

    /** Whether markup may begin there. */
    private boolean begins(int from) {
      if (from == 0) {
        return true;
      }
      char before = source.charAt(from - 1);
      return Character.isWhitespace(before) || OPENING.indexOf(before) >= 0
          || before == ' ' && from > 1 && source.charAt(from - 2) == '\\' || Character.isIdeographic(before);
    }

    private boolean ends(int from) {
      return from >= source.length() || Character.isWhitespace(source.charAt(from))
          || CLOSING.indexOf(source.charAt(from)) >= 0 || Character.isIdeographic(source.charAt(from));
    }

    private boolean follows(int from) {
      return from < source.length() && !Character.isWhitespace(source.charAt(from));
    }

    /** Where the mark closes what begins behind it; -1 if nothing does. */
    private int close(String mark, int from, int kind) {
      if (open[kind]) {
        return -1;
      }
      for (int end = source.indexOf(mark, from); end >= 0; end = source.indexOf(mark, end + 1)) {
        boolean escaped = source.charAt(end - 1) == '\\' && kind != 3;
        if (end > from && !escaped && !Character.isWhitespace(source.charAt(end - 1))
            && (ends(end + mark.length()) || kind == 2)) {
          return end;
        }
      }
      open[kind] = true;
      return -1;
    }

    private boolean stars() {
      boolean two = source.startsWith("**", at);
      int inner = at + (two ? 2 : 1);
      if (!begins(at) || !follows(inner) || quoted(at, inner)) {
        run('*');
        return true;
      }
      int end = close(two ? "**" : "*", inner, two ? 1 : 0);
      if (end < 0) {
        run('*');
        return true;
      }
      append(source.substring(inner, end));
      at = end + (two ? 2 : 1);
      return true;
    }

    /** A mark between quotes or brackets is itself what is said. */
    private boolean quoted(int from, int to) {
      int pair = from == 0 ? -1 : "'\"([{<".indexOf(source.charAt(from - 1));
      return pair >= 0 && to < source.length() && "'\")]}>".charAt(pair) == source.charAt(to);
    }

    private void run(char c) {
      while (at < source.length() && source.charAt(at) == c) {
        shown.append(c);
        at++;
      }
    }

    private boolean bar() {
      if (!begins(at) || !follows(at + 1)) {
        return false;
      }
      int end = close("|", at + 1, 4);
      if (end < 0 || source.substring(at, end).indexOf('\n') >= 0) {
        return false;
      }
      String name = source.substring(at + 1, end);
      shown.append(substitutions.getOrDefault(name.toLowerCase(Locale.ROOT), name));
      at = end + 1;
      skipUnderscores();
      return true;
    }

    private boolean inlineTarget() {
      at++;
      return ticks("");
    }

    private boolean role(Matcher role) {
      String name = role.group(1);
      int before = at;
      at = role.end();
      if (ticks(name)) {
        return true;
      }
      at = before;
      return false;
    }

    /** Text between ticks: as it is between two, else what the role makes of it. */
    private boolean ticks(String role) {
      if (source.startsWith("``", at) && role.isEmpty()) {
        int end = close("``", at + 2, 3);
        if (end < 0) {
          run('`');
        } else {
          while (source.startsWith("`", end + 2)) {
            end++;
          }
          shown.append(source, at + 2, end);
          at = end + 2;
        }
        return true;
      }
      int end = follows(at + 1) ? close("`", at + 1, 2) : -1;
      if (end < 0) {
        return false;
      }
      String inside = source.substring(at + 1, end);
      at = end + 1;
      boolean link = source.startsWith("_", at);
      skipUnderscores();
      Matcher behind = ROLE_BEHIND.matcher(source).region(at, source.length());
      if (role.isEmpty() && behind.lookingAt()) {
        at = behind.end();
      }
      String said = text(inside, role, link);
      String words = said.stripTrailing();
      append(words);
      // A target in a line of its own leaves no stop alone in the line.
      while (said.length() > words.length() && at < source.length() && ".,;:!?)".indexOf(source.charAt(at)) >= 0) {
        shown.append(source.charAt(at++));
      }
      append(said.substring(words.length()));
      return true;
    }

    private void skipUnderscores() {
      while (source.startsWith("_", at)) {
        at++;
      }
    }

    private String text(String inside, String role, boolean link) {
      String name = role.substring(role.lastIndexOf(':') + 1);
      int angle = inside.lastIndexOf('<');
      boolean titled = angle > 0 && inside.endsWith(">") && (link || !role.isEmpty());
      if (titled) {
        String said = inside.substring(0, angle).stripTrailing();
        return said + lineEnds(inside.substring(said.length()));
      }
      if (angle == 0 && link && inside.endsWith(">")) {
        return inside.substring(1, inside.length() - 1);
      }
      return switch (name) {
        case "ref", "numref" -> titles.getOrDefault(inside.toLowerCase(Locale.ROOT), inside);
        case "doc" -> inside.substring(inside.lastIndexOf('/', inside.length() - 2) + 1);
        case "download" -> inside.substring(inside.lastIndexOf('/') + 1);
        case "rfc" -> "RFC " + inside;
        case "pep" -> "PEP " + inside;
        case "guilabel", "menuselection" -> inside.replace("&", "");
        case "raw-html", "raw", "raw-latex" -> lineEnds(inside);
        default -> object(inside, role);
      };
    }

    private static String object(String inside, String role) {
      if (role.isEmpty()) {
        return inside;
      }
      if (inside.startsWith("~")) {
        return inside.substring(Math.max(1, inside.lastIndexOf('.') + 1));
      }
      return inside.startsWith("!") ? inside.substring(1) : inside;
    }

    private static String lineEnds(String unshown) {
      return "\n".repeat((int) unshown.chars().filter(c -> c == '\n').count());
    }

    /** Adds what was said without the escapes in it. */
    private void append(String said) {
      if (said.indexOf('\\') < 0) {
        shown.append(said);
        return;
      }
      for (int i = 0; i < said.length(); i++) {
        if (said.charAt(i) == '\\' && i + 1 < said.length()) {
          i++;
          shown.append(said.charAt(i) == ' ' ? "" : said.charAt(i));
        } else {
          shown.append(said.charAt(i));
        }
      }
    }

    private void skipTo(int end) {
      shown.append(lineEnds(source.substring(at, end)));
      at = end;
    }
  }
}
