package dev.docent.answer.claim;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links, pictures and markup in a claim. A client may turn them into something to click or to load, so only those that
 * the document holds itself may be there. Stateless.
 */
final class Links {
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\s*\\([^)]*\\)?"
      + "|(?i:[a-z][a-z0-9+.-]{1,12}://|mailto:|javascript:|data:|tg:|www\\.)\\S+"
      + "|(?i:\\b(?:[a-z0-9-]+\\.)+(?:com|org|net|io|ru|de|me|info|co|uk|fr|es|it|br|cn|jp|kr|xyz|app|dev|top|site|online|ly|gg|tk|example|test|invalid)\\b(?:/\\S*)?)"
      + "|</?[a-zA-Z][^>]*>?|(?<![\\p{L}\\p{N}])@[a-zA-Z]\\w{3,}");
  private static final Pattern END = Pattern.compile("[.,;:!?)\\]}\"'»”]+$");

  private Links() {}

  /** The first link of the claim that the document doesn't hold literally. */
  static Optional<String> added(String claim, Predicate<String> literal) {
    Matcher link = LINK.matcher(claim);
    while (link.find()) {
      if (!literal.test(link.group()) && !literal.test(END.matcher(link.group()).replaceFirst(""))) {
        return Optional.of(link.group());
      }
    }
    return Optional.empty();
  }
}
