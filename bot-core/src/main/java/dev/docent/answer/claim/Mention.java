package dev.docent.answer.claim;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a text can't have otherwise without saying something else: a name, a number, a unit, a month, one of two opposites.
 *
 * @param keys the words of a name, the one form of everything else; of opposites the pair and the side, of units the family and the unit
 * @param from the first of the words it stands in
 * @param to behind the last of them
 */
record Mention(Kind kind, List<String> keys, int from, int to) {

  enum Kind {
    NAME, NUMBER, UNIT, MONTH, OPPOSITE
  }

  Mention {
    keys = List.copyOf(keys);
  }

  /** Whether the other may be the same: "Bullitt" and "William Bullitt" may. */
  boolean agrees(Mention other) {
    return kind == other.kind && (kind == Kind.NAME ? sameName(other) : keys.equals(other.keys));
  }

  /** Whether the other would say something else in this one's place. */
  boolean excludes(Mention other) {
    if (kind != other.kind) {
      return false;
    }
    String key = keys.getFirst();
    String others = other.keys.getFirst();
    return switch (kind) {
      case OPPOSITE -> Opposites.other(key).equals(others);
      case UNIT -> Units.family(key) == Units.family(others) && !key.equals(others);
      case NAME ->
        !sameName(other) && keys.stream().noneMatch(mine -> other.keys.stream().anyMatch(k -> alike(mine, k)));
      case NUMBER, MONTH -> !key.equals(others);
    };
  }

  private boolean sameName(Mention other) {
    return within(other) || other.within(this) || initials().equals(other.keys.getFirst())
        || other.initials().equals(keys.getFirst());
  }

  private boolean within(Mention other) {
    return keys.stream().allMatch(mine -> other.keys.stream().anyMatch(key -> alike(mine, key)));
  }

  private String initials() {
    return keys.size() < 2 ? "" : keys.stream().map(key -> key.substring(0, 1)).collect(Collectors.joining());
  }

  /** Whether they may be one name; names in different scripts can't be compared and may be. */
  static boolean alike(String one, String other) {
    boolean words = Character.isLetter(one.codePointAt(0)) && Character.isLetter(other.codePointAt(0));
    return words && UnicodeScript.of(one.codePointAt(0)) != UnicodeScript.of(other.codePointAt(0))
        || related(one, other);
  }

  /** Whether they are likely inflections or derivations of one word. */
  static boolean related(String one, String other) {
    return one.equals(other) || Names.fold(one).equals(Names.fold(other))
        || Names.inflected(Names.fold(one), Names.fold(other));
  }

  /** Whether it has its capital only from beginning the claim: its source writes the word small. */
  boolean beginsOnly(Wording claim, Wording source) {
    return kind == Kind.NAME && to - from == 1 && claim.words().get(from).first() && source.words()
        .stream()
        .anyMatch(word -> keys.contains(word.key()) && !word.capital());
  }
}
