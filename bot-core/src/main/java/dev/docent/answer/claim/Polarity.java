package dev.docent.answer.claim;

import dev.docent.answer.claim.Wording.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells when a claim denies what its source says, or says what its source denies, word by word. */
final class Polarity {
  /** What is denied in a place this much like the claim's is denied of the claim. */
  private static final double LIKE = 0.8;
  private static final double MARGIN = 0.3;
  /** Within so many words. */
  private static final int NEAR = 3;

  private final Wording claim;
  private final Wording source;
  private final Placement placement;
  private final boolean implies;

  /** @param implies whether the language's words that deny without a "not" are known */
  Polarity(Wording claim, Wording source, boolean implies) {
    this.claim = claim;
    this.source = source;
    this.placement = new Placement(claim, source);
    this.implies = implies;
  }

  /** The word of the claim that the source denies, or that only the claim denies. */
  Optional<String> objection() {
    for (int i = 0; i < claim.words().size(); i++) {
      Word word = claim.words().get(i);
      if (word.content() && (word.negated() ? deniedAlone(i) : saidAlone(i))) {
        return Optional.of(word.key());
      }
    }
    return Optional.empty();
  }

  private boolean deniedAlone(int at) {
    Best denied = best(at, true);
    Best said = best(at, false);
    if (!denied.found() && !said.found()) {
      // Other words for it: some "no" must be there for them, where the source says the rest of the claim.
      int sentence = nearest();
      return implies && source.words()
          .stream()
          .filter(held -> held.sentence() == sentence)
          .noneMatch(held -> held.negated() || held.denying());
    }
    return said.found() && said.alike > denied.alike + (denied.found() ? MARGIN : 0)
        && !denying(source, said.at);
  }

  /** The sentence of the source that shares most words with the claim. */
  private int nearest() {
    Set<String> said = claim.words().stream().filter(Word::content).map(Word::key).collect(Collectors.toSet());
    return IntStream.range(0, source.sentences().size())
        .boxed()
        .max(Comparator.comparingLong(sentence -> source.words()
            .stream()
            .filter(held -> held.sentence() == sentence && said.contains(held.key()))
            .map(Word::key)
            .distinct()
            .count()))
        .orElse(0);
  }

  private boolean saidAlone(int at) {
    Best denied = best(at, true);
    return denied.alike >= LIKE && denied.alike > best(at, false).alike + MARGIN
        && !denying(claim, at);
  }

  /** Whether a word close by says no without a "not". */
  private static boolean denying(Wording wording, int at) {
    List<Word> near = wording.words()
        .subList(Math.max(0, at - NEAR), Math.min(wording.words().size(), at + NEAR + 1));
    Word itself = wording.words().get(at);
    return near.stream().anyMatch(word -> word.denying() && word != itself);
  }

  private Best best(int at, boolean negated) {
    Word word = claim.words().get(at);
    var best = new Best(-1, -1);
    for (int j = 0; j < source.words().size(); j++) {
      Word held = source.words().get(j);
      if (held.negated() == negated && held.key().equals(word.key())) {
        double alike = placement.alike(at, at + 1, j, j + 1);
        best = alike > best.alike ? new Best(alike, j) : best;
      }
    }
    return best;
  }

  private record Best(double alike, int at) {
    boolean found() {
      return at >= 0;
    }
  }
}
