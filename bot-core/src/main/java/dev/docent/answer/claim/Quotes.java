package dev.docent.answer.claim;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement sets in quotation marks. Stateless. */
final class Quotes {
  private static final Pattern QUOTED = Pattern.compile("“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|„([^“”]+)[“”]|「([^」]+)」"
      + "|(?<![\\p{L}\\p{Nd}])[‘']([^‘’'\\n]+(?:['’]\\p{L}[^‘’'\\n]*)*)[’'](?![\\p{L}\\p{Nd}])");
  private static final Pattern EDGE = Pattern.compile("^[\\s.,;:!?…]+|[\\s.,;:!?…]+$");
  private static final Pattern LEFT_OUT = Pattern.compile("\\s*(?:\\[?(?:…|\\.\\.\\.)\\]?|\\[[^\\]]*\\])\\s*");
  /** Fewer words in quotation marks are a name or a manner of speaking. */
  private static final int WORDS = 3;

  private Quotes() {}

  /** The first quote that no passage holds; what it leaves out is shown by an ellipsis. */
  static Optional<String> invented(String text, Shown shown) {
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      String words = EDGE.matcher(quoted.group().substring(1, quoted.group().length() - 1)).replaceAll("");
      if (isLong(words) && shown.passages().stream().noneMatch(passage -> holds(passage, words))
          && !shown.holds(words)) {
        return Optional.of(words);
      }
    }
    return Optional.empty();
  }

  private static boolean holds(String passage, String words) {
    int at = 0;
    for (String part : LEFT_OUT.split(words)) {
      String literal = Shown.plain(EDGE.matcher(part).replaceAll(""));
      int found = literal.isEmpty() ? at : find(passage, literal, at);
      if (found < 0) {
        return false;
      }
      at = found + literal.length();
    }
    return true;
  }

  /** A quote within a sentence may begin with another case than in the passage. */
  private static int find(String passage, String literal, int from) {
    int as = passage.indexOf(literal, from);
    String first = literal.substring(0, 1);
    String other = first.equals(first.toLowerCase(Locale.ROOT))
        ? first.toUpperCase(Locale.ROOT)
        : first.toLowerCase(Locale.ROOT);
    return as >= 0 ? as : passage.indexOf(other + literal.substring(1), from);
  }

  private static boolean isLong(String words) {
    boolean unspaced = words.codePoints().anyMatch(Character::isIdeographic);
    return unspaced ? words.length() > 2 * WORDS : words.split("\\s+").length >= WORDS;
  }
}
