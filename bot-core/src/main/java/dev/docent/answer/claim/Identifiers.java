package dev.docent.answer.claim;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is copied or wrong: addresses, links, commands, paths, settings, versions, names with digits in them. A client may
 * turn an address into something to click or to load, so only those that were shown may be there. Stateless.
 */
final class Identifiers {
  private static final Pattern CODE = Pattern.compile("(?s)```[^\\n]*\\n(.*?)(?:```|$)|`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\s*\\([^)]*\\)?"
      + "|(?i:[a-z][a-z0-9+.-]{1,12}://|mailto:|javascript:|data:|tg:|www\\.)\\S+"
      + "|(?i:\\b(?:[a-z0-9-]+\\.)+(?:com|org|net|io|ru|de|me|info|co|uk|fr|es|it|br|cn|jp|kr|xyz|app|dev|top|site|online|ly|gg|tk|example|test|invalid)\\b(?:/\\S*)?)"
      + "|</?[a-zA-Z][^>]*>?|(?<![\\p{L}\\p{N}])@[a-zA-Z]\\w{3,}");
  private static final Pattern EDGES = Pattern
      .compile("^[\\s.,;:!?()\\[\\]{}\"'“”‘’«»…*|]+|[\\s.,;:!?()\\[\\]{}\"'“”‘’«»…*|]+$");
  private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)(?:#|//|--)\\s.*$");
  /** What stands for something to be filled in. */
  private static final Pattern PLACEHOLDER = Pattern
      .compile("<[^<>]*>|\\{+[\\w -]+}+|\\[[\\w. -]+]|\\$\\w+|(?i:\\b(?:your|my)[\\w-]*|\\bx{3,}\\b)|\\.\\.\\.|…");
  /** An underscore, a flag, a handle, a path, a file, an inner capital, or letters and digits mixed. */
  private static final Pattern IDENTIFIER = Pattern
      .compile("\\S*\\p{L}\\S*_\\S*|--?\\p{L}[\\w-]+|[#@$~/][\\w./-]*\\p{L}\\S*"
          + "|\\S+@\\S+|(?:[\\w.-]+/){2,}\\S*|[\\w-]*\\p{L}[\\w-]\\.\\p{Ll}[\\p{Ll}\\d]{1,4}|\\p{L}*\\p{Ll}\\p{Lu}\\S*"
          + "|\\p{L}+[\\p{Nd}][\\p{L}\\p{Nd}./-]*|\\p{Nd}+(?!(?:st|nd|rd|th|er|re|ème)\\b)\\p{L}{4,}\\S*|v?\\d+(?:\\.\\d+){2,}\\S*|\\d[\\d–-]*/\\p{L}+");
  /** A number with its unit, an age, an hour. */
  private static final Pattern MEASURE = Pattern
      .compile("[\\p{Nd}.,:]+[-–]?\\p{L}{1,3}|[\\p{Nd}.,]+[-–]\\p{L}[\\p{L}-]*");

  private Identifiers() {}

  /** The first that wasn't shown. */
  static Optional<String> missing(String text, Shown shown) {
    Matcher code = CODE.matcher(text);
    var prose = new StringBuilder();
    int at = 0;
    while (code.find()) {
      prose.append(text, at, code.start()).append(' ');
      at = code.end();
      Optional<String> missing = inCode(code.group(1) == null ? code.group(2) : code.group(1), shown);
      if (missing.isPresent()) {
        return missing;
      }
    }
    String rest = prose.append(text.substring(at)).toString();
    return link(rest, shown).or(() -> inProse(rest, shown));
  }

  private static Optional<String> link(String text, Shown shown) {
    return LINK.matcher(text)
        .results()
        .map(found -> found.group().strip())
        .filter(link -> !shown.holds(link) && !shown.holds(EDGES.matcher(link).replaceAll("")))
        .findFirst();
  }

  private static Optional<String> inCode(String code, Shown shown) {
    return Arrays.stream(PLACEHOLDER.matcher(COMMENT.matcher(code).replaceAll(" ")).replaceAll(" ").split("\\s+"))
        .filter(word -> !shown.holds(word) && !copied(word, shown))
        .findFirst();
  }

  private static Optional<String> inProse(String text, Shown shown) {
    return Arrays.stream(text.split("[\\s,;|]+"))
        .map(word -> Shown.bare(EDGES.matcher(word).replaceAll("")))
        .filter(word -> IDENTIFIER.matcher(word).matches() && !MEASURE.matcher(word).matches())
        .filter(word -> !copied(word, shown))
        .findFirst();
  }

  /** As it stands, or in parts that stand there, with something to be filled in between. */
  private static boolean copied(String word, Shown shown) {
    return Arrays.stream(PLACEHOLDER.split(word)).allMatch(part -> {
      String bare = EDGES.matcher(part).replaceAll("");
      return bare.length() < 2 || shown.holds(bare)
          || Arrays.stream(bare.split("[/=+&–—]|(?<=\\d)-(?=\\d)"))
              .allMatch(one -> one.length() < 2
                  || shown.holds(one));
    });
  }
}
