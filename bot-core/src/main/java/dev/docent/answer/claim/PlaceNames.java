package dev.docent.answer.claim;

import dev.docent.corpus.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What countries and cities are called in one language and in another, so that a true answer in the reader's language
 * isn't taken for one about another place. Stateless.
 */
final class PlaceNames {
  /** As they are said more often than not; other codes are words of some language. */
  private static final Map<String, Set<String>> SHORT = Map.of("US", Set.of("us", "usa"), "GB", Set.of("uk"));

  /** By the folded words of a name: every other name of the same places. Made when first asked for. */
  private static final class Known {
    private static final Map<String, Set<String>> OTHERS = others();
  }

  private PlaceNames() {}

  /** Whether a word, inflected or not, is of a place's name for which the text has another. */
  static boolean named(String word, String text) {
    String folded = Shown.fold(word);
    String held = " " + Shown.fold(text).replaceAll("[^\\p{L}]+", " ") + " ";
    return Known.OTHERS.entrySet()
        .stream()
        .filter(place -> place.getKey().equals(folded) || Shown.inflected(place.getKey(), folded))
        .flatMap(place -> place.getValue().stream())
        .anyMatch(name -> held.contains(" " + name + " "));
  }

  private static Map<String, Set<String>> others() {
    Map<String, Set<String>> others = new HashMap<>();
    for (String country : Locale.getISOCountries()) {
      Set<String> names = new HashSet<>(SHORT.getOrDefault(country, Set.of()));
      for (Language language : Language.values()) {
        names.add(Shown.fold(Locale.of("", country).getDisplayCountry(language.locale())));
      }
      names.forEach(name -> Arrays.stream(name.split("[^\\p{L}]+"))
          .forEach(word -> others.computeIfAbsent(word, w -> new HashSet<>()).addAll(names)));
    }
    cities().forEach(city -> city.forEach(name -> others.computeIfAbsent(name, n -> new HashSet<>()).addAll(city)));
    return others;
  }

  private static List<Set<String>> cities() {
    try (InputStream in = Objects.requireNonNull(PlaceNames.class.getResourceAsStream("places.txt"))) {
      var cities = new ArrayList<Set<String>>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> cities.add(new HashSet<>(Arrays.stream(line.split(" ")).map(Shown::fold).toList())));
      return cities;
    } catch (IOException e) {
      throw new UncheckedIOException("places.txt can't be read from the class path", e);
    }
  }
}
