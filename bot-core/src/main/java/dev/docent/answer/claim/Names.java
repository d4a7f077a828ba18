package dev.docent.answer.claim;

import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The proper names of a claim, told by their capitals, as far as the language writes them so. */
final class Names {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}'’-]*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
  private static final String BEGINNERS = ".!?:;…\"“”«»„(\n";
  private static final int SHORTEST_STEM = 5;
  private static final double STEM_SHARE = 0.75;

  private final IndexView view;
  private final Language language;

  Names(IndexView view, Language language) {
    this.view = view;
    this.language = language;
  }

  /** The first name of the claim that the evidence doesn't hold, in whatever inflection. */
  Optional<String> missing(String claim, String evidence) {
    Held held = new Held(evidence);
    return names(claim).stream().filter(name -> !held.carries(name)).findFirst();
  }

  /**
   * The same for a claim in another language than the evidence: places have a name in each, and before a German name may
   * stand a noun with a capital of its own.
   */
  Optional<String> missing(String claim, Language claimed, String evidence) {
    if (claimed == language) {
      return missing(claim, evidence);
    }
    Held held = new Held(evidence);
    List<String> names = new Names(view, claimed).names(claim);
    if (claimed == Language.GERMAN) {
      names = names.stream().filter(name -> !claim.matches("(?s).*" + Pattern.quote(name) + " \\p{Lu}.*")).toList();
    }
    return names.stream()
        .filter(name -> !held.carries(name) && !PlaceNames.named(name, evidence)
            && Arrays.stream(name.split("-")).noneMatch(part -> held.carries(part) || PlaceNames.named(part, evidence)))
        .findFirst();
  }

  private List<String> names(String claim) {
    var names = new ArrayList<String>();
    Matcher word = WORD.matcher(claim);
    boolean previousCapital = false;
    int previousEnd = -1;
    while (word.find()) {
      boolean capital = Character.isUpperCase(claim.codePointAt(word.start()));
      boolean joined = previousCapital && word.start() == previousEnd + 1 && claim.charAt(previousEnd) == ' ';
      boolean paired = joined || startsWithCapital(claim, word.end());
      // A first word is a name only where another follows it, and a German noun only beside another.
      boolean unclear = begins(claim, word.start()) || language == Language.GERMAN;
      if (capital && word.end() - word.start() > 1 && (!unclear || paired) && !stopWord(word.group())) {
        names.add(POSSESSIVE.matcher(word.group()).replaceFirst(""));
      }
      previousCapital = capital;
      previousEnd = word.end();
    }
    return names;
  }

  private boolean stopWord(String word) {
    return !allCapitals(word) && view.terms(word, language).isEmpty();
  }

  private static boolean begins(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    return before.isEmpty() || BEGINNERS.indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static boolean startsWithCapital(String text, int space) {
    return space + 1 < text.length() && text.charAt(space) == ' '
        && Character.isUpperCase(text.codePointAt(space + 1))
        && !(text.charAt(space + 1) == 'I' && (space + 2 == text.length() || text.charAt(space + 2) == ' '));
  }

  private static boolean allCapitals(String word) {
    return word.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }

  static String fold(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Whether two folded words are likely forms of one. */
  static boolean inflected(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same >= SHORTEST_STEM && same >= STEM_SHARE * Math.max(one.length(), other.length());
  }

  /** The evidence's words in the forms names are compared in. */
  private final class Held {
    private final Set<String> words = new HashSet<>();
    private final StringBuilder initials = new StringBuilder();
    private final Set<Character.UnicodeScript> scripts = new HashSet<>();
    private final Set<String> terms;
    private final Set<String> numbers;

    Held(String text) {
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        words.add(fold(POSSESSIVE.matcher(word.group()).replaceFirst("")));
        scripts.add(script(word.group()));
        boolean capital = Character.isUpperCase(word.group().codePointAt(0));
        initials.append(capital ? word.group().substring(0, 1) : "");
      }
      terms = view.terms(text, language).stream().map(Term::text).collect(Collectors.toSet());
      numbers = Numbers.in(text);
    }

    boolean carries(String name) {
      // A name in a script the evidence doesn't use was transliterated and can't be compared.
      return !scripts.contains(script(name)) || carriesWord(name)
          || (name.contains("-") && List.of(name.split("-+")).stream().allMatch(this::carriesWord));
    }

    private boolean carriesWord(String name) {
      String folded = fold(name);
      return words.contains(folded) || view.terms(name, language).stream().map(Term::text).anyMatch(terms::contains)
          || words.stream().anyMatch(word -> inflected(word, folded))
          || (allCapitals(name) && initials.indexOf(name) >= 0) || monthInDigits(folded);
    }

    private boolean monthInDigits(String word) {
      String[] months = DateFormatSymbols.getInstance(language.locale()).getMonths();
      for (int i = 0; i < months.length; i++) {
        if (fold(months[i]).equals(word)) {
          return numbers.contains(String.valueOf(i + 1));
        }
      }
      return false;
    }

    private static Character.UnicodeScript script(String word) {
      return Character.UnicodeScript.of(word.codePointAt(0));
    }
  }
}
