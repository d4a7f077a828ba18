package dev.docent.answer.document;

import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexView;
import dev.docent.retrieval.DocumentNames;
import dev.docent.retrieval.Query;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question about two things side by side: "compare A and B", "the difference between A and B", "A vs B".
 *
 * @param first as the user names it
 * @param second as the user names it
 */
record DocumentComparison(String first, String second) {
  private static final List<Pattern> FORMS = List.of(
      form("(?:compare|contrast)\\s+(.+?)\\s+(?:and|with|to|against)\\s+(.+)"),
      form("(?:what (?:is|are) )?(?:the )?differences?\\s+between\\s+(.+?)\\s+and\\s+(.+)"),
      form("how (?:do|does|did|is|are)\\s+(.+?)\\s+(?:differ|different)\\s+from\\s+(.+)"),
      form("(.+?)\\s+(?:vs\\.?|versus)\\s+(.+)"), form("сравни(?:те)?\\s+(.+?)\\s+(?:и|с|со)\\s+(.+)"),
      form("(?:чем|как)\\s+отлича\\p{L}+\\s+(.+?)\\s+от\\s+(.+)"),
      form("(?:в чем|в чём|какая)\\s+разница\\s+между\\s+(.+?)\\s+и\\s+(.+)"),
      form("vergleiche?\\s+(.+?)\\s+(?:und|mit)\\s+(.+)"),
      form("(?:was ist )?(?:der )?unterschied\\s+zwischen\\s+(.+?)\\s+und\\s+(.+)"),
      form("compare[rz]?\\s+(.+?)\\s+(?:et|avec|y|con)\\s+(.+)"),
      form("(?:quelle est )?(?:la )?différence\\s+entre\\s+(.+?)\\s+et\\s+(.+)"),
      form("(?:cuál es )?(?:la )?diferencia\\s+entre\\s+(.+?)\\s+y\\s+(.+)"));

  static Optional<DocumentComparison> of(Query query) {
    String text = query.text().strip().replaceAll("[?!.\\s]+$", "");
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return Optional.of(new DocumentComparison(matcher.group(1), matcher.group(2)));
      }
    }
    return Optional.empty();
  }

  /** What is looked for, side by side. */
  List<Query> sides() {
    return List.of(Query.of(first), Query.of(second));
  }

  /** The two documents that the sides name; empty where they don't name one each. */
  Optional<List<DocumentEntry>> documents(IndexView view) {
    List<DocumentEntry> named = Stream.of(DocumentNames.in("in " + first), DocumentNames.in("in " + second))
        .flatMap(side -> view.documents()
            .stream()
            .filter(entry -> entry.segments() > 0 && side.include(entry.id(), entry.title()))
            .limit(1))
        .distinct()
        .toList();
    return named.size() == 2 ? Optional.of(named) : Optional.empty();
  }

  private static Pattern form(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
