package dev.docent.answer;

import java.util.Set;

/**
 * What a text can't have otherwise without saying something else: a name, a number, a unit, a month, one of two opposites.
 *
 * @param keys the words of a name, the one form of everything else; of opposites the pair and the side, of units the family and the unit
 * @param from the first of the words it stands in
 * @param to behind the last of them
 */
record Mention(Kind kind, Set<String> keys, int from, int to) {

  enum Kind {
    NAME, NUMBER, UNIT, MONTH, OPPOSITE
  }

  Mention {
    keys = Set.copyOf(keys);
  }

  /** Whether the other may be the same: "Bullitt" and "William Bullitt" may. */
  boolean agrees(Mention other) {
    return kind == other.kind && (keys.containsAll(other.keys) || other.keys.containsAll(keys));
  }

  /** Whether the other would say something else in this one's place. */
  boolean excludes(Mention other) {
    if (kind != other.kind) {
      return false;
    }
    String key = keys.iterator().next();
    String others = other.keys.iterator().next();
    return switch (kind) {
      case OPPOSITE -> Opposites.other(key).equals(others);
      case UNIT -> Units.family(key) == Units.family(others) && !key.equals(others);
      case NAME, NUMBER, MONTH -> keys.stream().noneMatch(other.keys::contains);
    };
  }

  /** Whether it has its capital only from beginning the claim: its source writes the word small. */
  boolean beginsOnly(Wording claim, Wording source) {
    return kind == Kind.NAME && to - from == 1 && claim.words().get(from).first() && source.words()
        .stream()
        .anyMatch(word -> keys.contains(word.key()) && !word.capital());
  }
}
