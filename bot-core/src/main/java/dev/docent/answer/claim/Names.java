package dev.docent.answer.claim;

import dev.docent.answer.Draft.Claim.Said;
import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import java.lang.Character.UnicodeScript;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The proper names of a statement, told by their capitals as far as the language writes them so, and its months. */
final class Names {
  private static final String BEGINNERS = ".!?:;…\"“”«»„(\n‹›—–|";

  private final IndexView view;
  private final Language language;

  Names(IndexView view, Language language) {
    this.view = view;
    this.language = language;
  }

  /**
   * The first name that wasn't shown, in whatever inflection. Where a statement is in another language than all that was
   * shown, a place may have its name in that language.
   */
  Optional<String> missing(String text, Said said, Shown shown) {
    Set<UnicodeScript> cited = said.support()
        .stream()
        .flatMapToInt(support -> support.segment().text().codePoints())
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .collect(Collectors.toSet());
    boolean foreign = !shown.languages().contains(language);
    return Stream.concat(names(text, foreign).stream(), months(text))
        // A name in letters that what it cites doesn't have was transliterated and can't be compared.
        .filter(name -> cited.isEmpty() || cited.contains(UnicodeScript.of(name.codePointAt(0))))
        .filter(name -> !shown.knows(name, language) && !monthInDigits(name, shown))
        .filter(name -> !foreign || Stream.of(name.split("-"))
            .noneMatch(part -> shown.knows(part, language) || PlaceNames.named(part, shown.text()))
            && !PlaceNames.named(name, shown.text()))
        .findFirst();
  }

  private List<String> names(String text, boolean foreign) {
    var names = new ArrayList<String>();
    Matcher word = Shown.WORD.matcher(text);
    boolean before = false;
    int end = -1;
    // Nobody knows of another language whether it writes its nouns as German does.
    boolean nouns = language == Language.GERMAN || language == Language.OTHER;
    while (word.find()) {
      boolean capital = Character.isUpperCase(text.codePointAt(word.start()));
      boolean joined = before && word.start() == end + 1 && text.charAt(end) == ' ';
      // A first word has its capital whatever it is. German nouns have theirs too: only the last of several is a name.
      boolean name = nouns
          ? joined && !(foreign && capitalAfter(text, word.end()))
          : !begins(text, word.start());
      if (capital && word.end() - word.start() > 1 && (name || Shown.capitals(word.group()))
          && !(nouns && capitalAfter(text, word.end())) && !grammar(word.group())) {
        names.add(Shown.bare(word.group()));
      }
      before = capital && !(nouns && begins(text, word.start()));
      end = word.end();
    }
    return names;
  }

  private boolean grammar(String word) {
    return !Shown.capitals(word) && view.terms(word, language).isEmpty();
  }

  private static boolean begins(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    return before.isEmpty() || BEGINNERS.indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static boolean capitalAfter(String text, int space) {
    return space + 1 < text.length() && text.charAt(space) == ' '
        && Character.isUpperCase(text.codePointAt(space + 1));
  }

  /** The months beside a number, which most languages write small. */
  private Stream<String> months(String text) {
    String[] names = DateFormatSymbols.getInstance(language.locale()).getMonths();
    return Stream.of(names)
        .filter(name -> !name.isEmpty() && text.matches(
            "(?isu).*(?:\\d\\.?\\s+(?:de\\s+)?" + name + "|(?<!\\p{L})" + name + "\\s+(?:de\\s+)?\\d).*"));
  }

  private boolean monthInDigits(String word, Shown shown) {
    String[] months = DateFormatSymbols.getInstance(language.locale()).getMonths();
    for (int i = 0; i < months.length; i++) {
      if (!months[i].isEmpty() && Shown.inflected(Shown.fold(months[i]), Shown.fold(word))) {
        int month = i;
        return shown.numbers().contains(String.valueOf(i + 1)) || shown.languages()
            .stream()
            .anyMatch(held -> shown.knows(DateFormatSymbols.getInstance(held.locale()).getMonths()[month], held));
      }
    }
    return false;
  }
}
