package dev.docent.answer.claim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tells when a claim gives a number another unit or order of magnitude than its source does. Stateless. */
final class Units {
  /** Families of units; the words of a unit, in whatever inflection they are compared in, with spaces between. */
  private static final String[][] FAMILIES = {
      {"metre meter metres meters метр метров метра",
          "km kilometre kilometer kilometres kilometers километр километров километра",
          "cm centimetre centimeter centimetres centimeters", "mm millimetre millimeter millimetres millimeters",
          "mi mile miles миля миль", "ft foot feet фут футов", "yd yard yards", "inch inches"},
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
  private static final Set<String> PASSED = Set.of("squar", "square", "sq", "cubic", "°", "us", "u", "of");
  private static final int CURRENCIES = 3;
  private static final int SCALES = 5;
  private static final int REACH = 3;

  private Units() {}

  /** The number whose unit differs. */
  static Optional<String> objection(Wording claim, Wording source) {
    for (Mention number : claim.mentions()) {
      if (number.kind() == Mention.Kind.NUMBER) {
        Set<String> said = of(number, claim);
        var held = new HashSet<String>();
        boolean bare = false;
        for (Mention other : source.mentions()) {
          if (other.agrees(number)) {
            Set<String> there = of(other, source);
            held.addAll(there);
            bare |= there.stream().noneMatch(Units::scale);
          }
        }
        boolean other = said.stream()
            .anyMatch(u -> !held.contains(u) && held.stream().anyMatch(h -> family(h) == family(u)));
        boolean shrunk = !bare && held.stream().anyMatch(Units::scale) && said.stream().noneMatch(Units::scale);
        if (other || shrunk) {
          return Optional.of(number.keys().getFirst());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean scale(String unit) {
    return family(unit) == SCALES;
  }

  /** The units written beside a number. */
  private static Set<String> of(Mention number, Wording wording) {
    var found = new HashSet<String>();
    for (Mention unit : wording.mentions()) {
      boolean before = unit.to() == number.from() && unit.kind() == Mention.Kind.UNIT && family(unit) == CURRENCIES;
      boolean behind = unit.from() >= number.to() && unit.from() <= number.to() + REACH
          && unit.kind() == Mention.Kind.UNIT && wording.words()
              .subList(number.to(), unit.from())
              .stream()
              .allMatch(w -> PASSED.contains(w.key()) || found.stream().anyMatch(Units::scale));
      if (before || behind) {
        found.add(unit.keys().getFirst());
      }
    }
    return found;
  }

  static int family(String unit) {
    return Integer.parseInt(unit.substring(0, unit.indexOf('.')));
  }

  private static int family(Mention unit) {
    return family(unit.keys().getFirst());
  }

  /** The family and the unit of each word, by what the word is compared by. */
  static Map<String, String> byKey(UnaryOperator<String> key) {
    var units = new HashMap<String, String>();
    for (int family = 0; family < FAMILIES.length; family++) {
      for (int unit = 0; unit < FAMILIES[family].length; unit++) {
        for (String word : FAMILIES[family][unit].split(" ")) {
          units.put(key.apply(word), family + "." + unit);
        }
      }
    }
    return units;
  }
}
