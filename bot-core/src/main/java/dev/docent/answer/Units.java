package dev.docent.answer;

import dev.docent.answer.Wording.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells when a claim gives a number another unit or order of magnitude than its source does. Stateless. */
final class Units {
  /** Families of units; the words of a unit, in whatever inflection they are compared in, with spaces between. */
  private static final String[][] FAMILIES = {
      {"m metre meter metres meters метр метров метра",
          "km kilometre kilometer kilometres kilometers километр километров километра",
          "cm centimetre centimeter centimetres centimeters", "mm millimetre millimeter millimetres millimeters",
          "mi mile miles миля миль", "ft foot feet фут футов", "yd yard yards", "inch inches in"},
      {"kg kilogram kilograms kilogramm килограмм килограммов", "g gram grams gramm", "lb lbs pound pounds pfund",
          "ton tons tonn тонн тонна", "tonne tonnes"},
      {"second seconds sekunde sekunden секунд", "minute minutes minuten минут", "hour hours stunde stunden час часов",
          "day days tag tage tagen день дней", "week weeks woche wochen недель",
          "month months monat monate monaten месяцев месяц",
          "year years jahr jahre jahren год лет года", "decade decades jahrzehnt", "century centuries jahrhundert век",
          "millennium millennia"},
      {"$ dollar dollars usd доллар долларов", "€ euro euros eur евро", "£ gbp фунтов", "¥ yen", "рубль рублей руб",
          "₹ rupee rupees"},
      {"% percent percentage prozent процент процентов", "mille promille промилле"},
      {"thousand tausend thousands тысяч тысяча тыс", "million millions mio millionen миллион миллионов млн",
          "billion billions milliarde milliarden mrd миллиард миллиардов млрд",
          "trillion trillions триллион billionen"},
      {"acre acres", "hectare hectares ha"}, {"litre liter litres liters", "gallon gallons"},
      {"°c celsius", "°f fahrenheit", "kelvin"}};
  private static final Set<String> PASSED = Set.of("squar", "square", "cubic", "-", "°", "us", "u");
  private static final int SCALES = 5;

  private Units() {}

  /** The number whose unit differs. */
  static Optional<String> objection(Wording claim, Wording source, Wording.Maker maker) {
    Map<String, String> units = maker.keyed(FAMILIES);
    for (Mention number : claim.mentions()) {
      if (number.kind() == Mention.Kind.NUMBER) {
        Set<String> said = of(number, claim, units);
        var held = new HashSet<String>();
        boolean bare = false;
        for (Mention other : source.mentions()) {
          if (other.agrees(number)) {
            Set<String> there = of(other, source, units);
            held.addAll(there);
            bare |= there.stream().noneMatch(Units::scale);
          }
        }
        boolean other = said.stream()
            .anyMatch(u -> !held.contains(u) && held.stream().anyMatch(h -> family(h) == family(u)));
        boolean shrunk = !bare && held.stream().anyMatch(Units::scale) && said.stream().noneMatch(Units::scale);
        if (other || shrunk) {
          return Optional.of(number.keys().iterator().next());
        }
      }
    }
    return Optional.empty();
  }

  private static int family(String unit) {
    return Integer.parseInt(unit.substring(0, unit.indexOf('.')));
  }

  private static boolean scale(String unit) {
    return family(unit) == SCALES;
  }

  /** The units written beside a number. */
  private static Set<String> of(Mention number, Wording wording, Map<String, String> units) {
    var found = new HashSet<String>();
    if (number.from() > 0) {
      String before = units.get(wording.words().get(number.from() - 1).key());
      if (before != null && family(before) == 3) {
        found.add(before);
      }
    }
    int sentence = wording.words().get(number.from()).sentence();
    for (Word word : wording.near(number.to(), sentence, false, 4)) {
      String unit = units.get(word.key());
      if (unit != null) {
        found.add(unit);
      } else if (!PASSED.contains(word.key())) {
        break;
      }
    }
    return found;
  }

  static Map<String, String> keyed(String[][] families, java.util.function.UnaryOperator<String> key) {
    var keyed = new HashMap<String, String>();
    for (int f = 0; f < families.length; f++) {
      for (int u = 0; u < families[f].length; u++) {
        for (String word : families[f][u].split(" ")) {
          keyed.put(key.apply(word), f + "." + u);
        }
      }
    }
    return keyed;
  }
}
