package dev.docent.answer.claim;

import dev.docent.answer.claim.Mention.Kind;
import dev.docent.answer.claim.Wording.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a claim that says next to nothing but an answer, such as "It was Bullitt": what is around it is in the
 * question, so what it mentions must stand where the source speaks of that.
 */
final class ShortClaim {
  /** More words of its own than this, and a claim is checked by them. */
  private static final int WORDS = 1;
  /** A sentence further away counts for so much. */
  private static final double BESIDE = 0.5;
  private static final Set<String> ANSWERS = Set.of("yes", "no", "ye", "true", "fals", "correct", "there", "ja", "nein",
      "да",
      "нет");
  /** So many of the question's words must be around another mention, ... */
  private static final double LEAST = 2;
  /** ... and at most such a share of them around this one. */
  private static final double MARGIN = 0.5;

  private final Wording claim;
  private final Wording source;
  private final Set<String> asked = new HashSet<>();

  ShortClaim(Wording claim, Wording source, Wording question) {
    this.claim = claim;
    this.source = source;
    question.words().stream().filter(Word::content).forEach(w -> asked.add(w.key()));
  }

  /** Whether it is so short that only the question tells what it says. */
  boolean isShort() {
    long own = 0;
    for (int i = 0; i < claim.words().size(); i++) {
      int at = i;
      Word word = claim.words().get(i);
      boolean mentioned = claim.mentions().stream().anyMatch(m -> m.from() <= at && at < m.to());
      own += word.content() && !mentioned && !asked.contains(word.key()) ? 1 : 0;
    }
    return own <= WORDS && claim.sentences().size() == 1;
  }

  /** A first word with a capital that the source doesn't hold: with nothing beside it, it is taken for a name. */
  Optional<String> stranger() {
    if (claim.words().stream().skip(1).anyMatch(w -> w.content() && !w.capital())) {
      return Optional.empty();
    }
    return claim.words()
        .stream()
        .limit(1)
        .filter(w -> w.content() && w.capital() && !asked.contains(w.key()) && !ANSWERS.contains(w.key()))
        .filter(w -> source.words().stream().noneMatch(held -> Mention.alike(held.key(), w.key())))
        .map(Word::key)
        .findFirst();
  }

  /** What it mentions that stands where the source doesn't speak of the question, while something else does. */
  Optional<String> beside() {
    for (Mention mention : claim.mentions()) {
      boolean compared = mention.kind() == Kind.NAME || mention.kind() == Kind.NUMBER || mention.kind() == Kind.MONTH;
      if (compared && !mention.beginsOnly(claim, source) && mention.keys().stream().noneMatch(asked::contains)) {
        List<Mention> places = source.mentions().stream().filter(mention::agrees).toList();
        double own = places.isEmpty() ? Double.MAX_VALUE : best(places);
        double rival = best(source.mentions()
            .stream()
            .filter(m -> mention.excludes(m) && m.keys().stream().noneMatch(asked::contains))
            .toList());
        if (rival >= LEAST && own <= rival * MARGIN) {
          return Optional.of(String.join(" ", mention.keys()));
        }
      }
    }
    return Optional.empty();
  }

  /** How much of the question is said around the mention that has most of it around. */
  private double best(List<Mention> mentions) {
    return mentions.stream().mapToDouble(m -> said(source.words().get(m.from()).sentence())).max().orElse(0);
  }

  private double said(int sentence) {
    double said = 0;
    for (String word : asked) {
      double most = 0;
      for (Word held : source.words()) {
        if (held.key().equals(word)) {
          int distance = Math.abs(held.sentence() - sentence);
          most = Math.max(most, distance == 0 ? 1 : distance == 1 ? BESIDE : 0);
        }
      }
      said += most;
    }
    return said;
  }
}
