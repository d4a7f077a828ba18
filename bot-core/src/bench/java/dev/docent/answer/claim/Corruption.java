package dev.docent.answer.claim;

import dev.docent.corpus.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a claim false by rule; nothing when there is nothing in it that the rule could change. */
enum Corruption {
  NAME_ELSEWHERE("name of another article") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      return replaced(claim, names(claim, scene), scene.strangers(), random);
    }
  },
  NAME_NEARBY("name of the same paragraph") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      List<String> others = scene.neighbours().stream().filter(name -> !sharesWord(name, scene.sentence())).toList();
      return replaced(claim, names(claim, scene), others, random);
    }
  },
  NAMES_SWAPPED("two names of the sentence swapped") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      return swapped(claim, names(claim, scene), random);
    }
  },
  NUMBER_LITTLE("number off by a little") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      return number(claim, scene, random, n -> n + (random.nextBoolean() || n < 2 ? 1 : -1));
    }
  },
  NUMBER_MUCH("number off by a lot") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      return number(claim, scene, random, n -> random.nextBoolean() ? n * 10 : n * 3 + 17);
    }
  },
  NUMBER_NEARBY("number of the same paragraph") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      List<String> others = NUMBER.matcher(scene.paragraph())
          .results()
          .map(MatchResult::group)
          .filter(n -> !scene.sentence().contains(n))
          .toList();
      return replaced(claim, results(NUMBER, claim), others, random);
    }
  },
  NUMBERS_SWAPPED("two numbers of the sentence swapped") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      return swapped(claim, results(NUMBER, claim), random);
    }
  },
  MONTH("month changed") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      List<MatchResult> found = results(scene.words().months(), claim);
      List<String> months = scene.words().monthNames();
      return found.isEmpty()
          ? Optional.empty()
          : replaced(claim, found, months.stream().filter(m -> !scene.paragraph().contains(m)).toList(), random);
    }
  },
  YEAR("year changed by one to nine") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      List<MatchResult> years = results(YEARS, claim);
      List<String> others = years.stream()
          .map(y -> Integer
              .toString(Integer.parseInt(y.group()) + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(9))))
          .filter(y -> !scene.paragraph().contains(y))
          .toList();
      return replaced(claim, years, others, random);
    }
  },
  UNIT("unit changed") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      return paired(claim, scene.words().units(), random);
    }
  },
  NEGATED("negation put in") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      return scene.words().negated(claim);
    }
  },
  AFFIRMED("negation taken out") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      return scene.words().affirmed(claim);
    }
  },
  OPPOSITE("opposite: increase/decrease, first/last, before/after …") {
    @Override
    Optional<String> of(String claim, Scene scene, Random random) {
      return paired(claim, scene.words().opposites(), random);
    }
  };

  private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.,])\\d+(?:[.,]\\d+)*(?![\\p{L}\\d])");
  private static final Pattern YEARS = Pattern
      .compile("(?<![\\d.,])1[0-9]{3}(?![\\d.,]\\d|\\d)|(?<![\\d.,])20[0-2][0-9](?![\\d.,]\\d|\\d)");
  private static final Pattern LIST = Pattern
      .compile("(?i)[\\s,]*(?:[\\s,]+|and|or|und|oder|и|или|the|der|die|das|\\p{Lu}[\\p{L}'’-]*)*[\\s,]*");

  private final String title;

  Corruption(String title) {
    this.title = title;
  }

  abstract Optional<String> of(String claim, Scene scene, Random random);

  String title() {
    return title;
  }

  /**
   * Where a claim is from.
   *
   * @param strangers names that the paragraph doesn't hold
   * @param neighbours names that it holds
   */
  record Scene(String sentence, String paragraph, List<String> strangers, Set<String> neighbours, CorruptWords words,
      Language language) {}

  static List<MatchResult> results(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static List<MatchResult> names(String claim, Scene scene) {
    return results(CorpusNames.NAME, claim).stream().filter(n -> scene.neighbours().contains(n.group())).toList();
  }

  private static boolean sharesWord(String name, String text) {
    Set<String> words = Arrays.stream(text.split("[^\\p{L}]+")).collect(Collectors.toSet());
    return Arrays.stream(name.split("[^\\p{L}]+")).filter(w -> w.length() > 2).anyMatch(words::contains);
  }

  private static Optional<String> replaced(String claim, List<MatchResult> places, List<String> others,
      Random random) {
    List<MatchResult> fit = places.stream()
        .filter(p -> others.stream().anyMatch(o -> !sharesWord(o, p.group())))
        .toList();
    if (fit.isEmpty()) {
      return Optional.empty();
    }
    MatchResult place = fit.get(random.nextInt(fit.size()));
    List<String> usable = others.stream()
        .filter(o -> !sharesWord(o, place.group()) && !o.equals(place.group()))
        .toList();
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(claim.substring(0, place.start()) + usable.get(random.nextInt(usable.size()))
        + claim.substring(place.end()));
  }

  // Members of one list change places without harm: "France and Spain" says what "Spain and France" does.
  private static Optional<String> swapped(String claim, List<MatchResult> places, Random random) {
    var pairs = new ArrayList<String>();
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        MatchResult a = places.get(i);
        MatchResult b = places.get(j);
        String between = claim.substring(a.end(), b.start());
        if (!a.group().equals(b.group()) && !sharesWord(a.group(), b.group()) && !LIST.matcher(between).matches()
            && !between.matches("\\s*[–-]\\s*")) {
          pairs.add(claim.substring(0, a.start()) + b.group() + between + a.group() + claim.substring(b.end()));
        }
      }
    }
    return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs.get(random.nextInt(pairs.size())));
  }

  private interface Change {
    long of(long number);
  }

  private static Optional<String> number(String claim, Scene scene, Random random, Change change) {
    List<MatchResult> numbers = results(NUMBER, claim).stream()
        .filter(n -> n.group().replaceAll("\\D", "").length() < 12 && !n.group().contains("."))
        .toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    MatchResult place = numbers.get(random.nextInt(numbers.size()));
    boolean grouped = place.group().contains(",");
    long changed = change.of(Long.parseLong(place.group().replaceAll("\\D", "")));
    String text = grouped ? String.format(Locale.ROOT, "%,d", changed) : Long.toString(changed);
    return scene.paragraph().contains(text)
        ? Optional.empty()
        : Optional.of(claim.substring(0, place.start()) + text + claim.substring(place.end()));
  }

  private static Optional<String> paired(String claim, String[][] pairs, Random random) {
    var changed = new ArrayList<String>();
    for (String[] pair : pairs) {
      for (int side = 0; side < 2; side++) {
        for (MatchResult word : results(Pattern.compile("(?<![\\p{L}-])" + pair[side] + "(?![\\p{L}-])"), claim)) {
          changed.add(claim.substring(0, word.start()) + pair[1 - side] + claim.substring(word.end()));
        }
      }
    }
    return changed.isEmpty() ? Optional.empty() : Optional.of(changed.get(random.nextInt(changed.size())));
  }
}
