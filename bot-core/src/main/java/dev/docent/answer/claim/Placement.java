package dev.docent.answer.claim;

import dev.docent.answer.claim.Mention.Kind;
import dev.docent.answer.claim.Wording.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells when a claim puts a name, a number or one of two opposites where its source has another: between the words that
 * the source has around that other one, or in a sentence that lacks the one and has the other.
 */
final class Placement {
  private static final int WINDOW = 5;
  private static final double DECAY = 0.85;
  private static final double GRAMMAR = 0.4;
  private static final double MARK = 0.2;
  private static final double LIKE = 0.3;
  /** A place is known by at least so much of what is around it, ... */
  private static final double LEAST = 1.3;
  /** ... and another one stands there if what is around that is so much more alike. */
  private static final double MARGIN = 0.35;
  /** What is around it is all there, so that less of a difference tells. */
  private static final double EXACT = 0.93;
  private static final double EXACT_LEAST = 1.3;
  private static final double EXACT_MARGIN = 0.5;
  private static final double TURNED = 0.4;
  private static final double COVERED = 0.6;
  private static final Set<String> LINKS = Set.of("is", "was", "are", "were", "be", "been", "becom", "became", "becam",
      "name",
      "call", "as", ",", "(", ")", "—", "–", "being");
  private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they", "his", "her", "its", "their", "him",
      "them",
      "who", "which", "this", "these", "that", "those");
  private static final Set<String> LISTING = Set.of(",", "and", "or", "the", "und", "oder", "и", "или", "as", "well",
      "both");

  private final Wording claim;
  private final Wording source;

  Placement(Wording claim, Wording source) {
    this.claim = claim;
    this.source = source;
  }

  /** The mention of the claim that is out of place and what the source has there, as a reason. */
  Optional<String> objection() {
    for (Mention mention : claim.mentions()) {
      if (mention.beginsOnly(claim, source)) {
        continue;
      }
      Optional<Mention> other = inItsPlace(mention).or(() -> inItsSentence(mention));
      if (other.isPresent()) {
        return Optional.of(shown(claim, mention) + " where the cited passage has " + shown(source, other.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Mention> inItsPlace(Mention mention) {
    double own = 0;
    double most = 0;
    Mention rival = null;
    for (Mention place : source.mentions()) {
      if (mention.agrees(place)) {
        own = Math.max(own, Math.max(shortened(mention, place), turned(mention, place)));
      } else if (mention.excludes(place) && surely(mention, place) && !listed(mention, place)) {
        double alike = alike(mention, place);
        if (alike > most && !voiceDiffers(place)) {
          most = alike;
          rival = place;
        }
      }
    }
    boolean clearly = most >= LEAST && most * (1 - MARGIN) >= own;
    boolean exactly = most >= EXACT_LEAST && most >= EXACT * around(mention) && most - own >= EXACT_MARGIN;
    return rival != null && (clearly || exactly) ? Optional.of(rival) : Optional.empty();
  }

  /** How much of what is around the mention in the claim is around the place in the source, in the same order. */
  double alike(Mention mention, Mention place) {
    return alike(mention.from(), mention.to(), place.from(), place.to());
  }

  double alike(int from, int to, int placeFrom, int placeTo) {
    int said = claim.words().get(from).sentence();
    int held = source.words().get(placeFrom).sentence();
    return common(claim.near(from - 1, said, true, WINDOW), source.near(placeFrom - 1, held, true, WINDOW + 1))
        + common(claim.near(to, said, false, WINDOW), source.near(placeTo, held, false, WINDOW + 1));
  }

  /** The weight of the longest common run with gaps; what is nearer weighs more. */
  private static double common(List<Word> one, List<Word> other) {
    var best = new double[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        double same = same(one.get(i), other.get(j)) * Math.pow(DECAY, Math.max(i, j));
        best[i][j] = Math.max(same > 0 ? same + best[i + 1][j + 1] : 0, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    return best[0][0];
  }

  private static double same(Word one, Word other) {
    if (one.key().equals(other.key())) {
      return one.mark() ? MARK : one.content() ? 1 : GRAMMAR;
    }
    return one.capital() && other.capital() && one.content() && other.content() ? LIKE : 0;
  }

  /** As above, the clause or bracket that begins close to the place being left out where that makes it more alike. */
  private double shortened(Mention mention, Mention place) {
    int said = claim.words().get(mention.from()).sentence();
    int held = source.words().get(place.from()).sentence();
    return shortened(claim.near(mention.from() - 1, said, true, WINDOW), place.from() - 1, held, true)
        + shortened(claim.near(mention.to(), said, false, WINDOW), place.to(), held, false);
  }

  private double shortened(List<Word> said, int from, int sentence, boolean backwards) {
    List<Word> all = source.near(from, sentence, backwards, Integer.MAX_VALUE);
    double whole = common(said, all.subList(0, Math.min(WINDOW + 1, all.size())));
    for (int begin = 0; begin < Math.min(WINDOW, all.size()); begin++) {
      if (all.get(begin).mark()) {
        List<Word> rest = all.subList(behindClause(all, begin), all.size());
        var left = new ArrayList<>(all.subList(0, begin));
        left.addAll(rest.subList(0, Math.min(WINDOW + 1 - begin, rest.size())));
        return Math.max(whole, common(said, left));
      }
    }
    return whole;
  }

  private static int behindClause(List<Word> words, int begin) {
    String key = words.get(begin).key();
    String close = key.equals("(") ? ")" : key.equals(")") ? "(" : "";
    int at = begin + 1;
    while (at < words.size() && !(close.isEmpty() ? words.get(at).mark() : words.get(at).key().equals(close))) {
      at++;
    }
    return Math.min(words.size(), at + 1);
  }

  private double around(Mention mention) {
    int said = claim.words().get(mention.from()).sentence();
    List<Word> left = claim.near(mention.from() - 1, said, true, WINDOW);
    List<Word> right = claim.near(mention.to(), said, false, WINDOW);
    return common(left, left) + common(right, right);
  }

  /** "X was the first" and "the first was X" say the same: how much of the one is in the other. */
  private double turned(Mention mention, Mention place) {
    int said = claim.words().get(mention.from()).sentence();
    int held = source.words().get(place.from()).sentence();
    if (link(claim, mention.from() - 1) && link(source, place.to())) {
      return common(claim.near(mention.from() - 2, said, true, WINDOW).reversed(),
          source.near(place.to() + 1, held, false, WINDOW + 1)) + TURNED;
    }
    if (link(claim, mention.to()) && link(source, place.from() - 1)) {
      return common(claim.near(mention.to() + 1, said, false, WINDOW),
          source.near(place.from() - 2, held, true, WINDOW + 1).reversed()) + TURNED;
    }
    return 0;
  }

  private static boolean link(Wording wording, int at) {
    return at >= 0 && at < wording.words().size() && LINKS.contains(wording.words().get(at).key());
  }

  /** A capital at a sentence's beginning says nothing; one of the two must be a name for certain. */
  private boolean surely(Mention mention, Mention place) {
    return mention.kind() != Kind.NAME || sure(claim, mention) || sure(source, place);
  }

  private boolean sure(Wording wording, Mention name) {
    return name.to() - name.from() > 1 || !wording.words().get(name.from()).first() || source.mentions()
        .stream()
        .anyMatch(m -> m.kind() == Kind.NAME && m.keys().containsAll(name.keys())
            && !source.words().get(m.from()).first());
  }

  /** Whether the place is a member of a list that the mention is a member of, too. */
  private boolean listed(Mention mention, Mention place) {
    return source.mentions()
        .stream()
        .filter(mention::agrees)
        .anyMatch(own -> onlyListing(Math.min(own.to(), place.to()), Math.max(own.from(), place.from())));
  }

  private boolean onlyListing(int from, int to) {
    return from <= to && to - from < 40 && source.words()
        .subList(from, to)
        .stream()
        .allMatch(w -> LISTING.contains(w.key()) || w.capital() || Character.isDigit(w.key().codePointAt(0)));
  }

  private boolean voiceDiffers(Mention place) {
    int sentence = source.words().get(place.from()).sentence();
    boolean there = source.words().stream().anyMatch(w -> w.sentence() == sentence && w.key().equals("by"));
    boolean here = claim.words().stream().anyMatch(w -> w.key().equals("by"));
    return here && !there;
  }

  private Optional<Mention> inItsSentence(Mention mention) {
    Set<String> plain = plain(claim.words(), w -> true);
    Set<String> held = plain(source.words(), w -> true);
    plain.retainAll(held);
    if (plain.size() < 2) {
      return Optional.empty();
    }
    int best = -1;
    double most = 0;
    for (int s = 0; s < source.sentences().size(); s++) {
      int sentence = s;
      Set<String> there = plain(source.words(), w -> w.sentence() == sentence);
      there.retainAll(plain);
      if (there.size() > most) {
        most = there.size();
        best = s;
      }
    }
    return most >= COVERED * plain.size() ? displaced(mention, best) : Optional.empty();
  }

  private Optional<Mention> displaced(Mention mention, int sentence) {
    List<Mention> there = source.mentions()
        .stream()
        .filter(m -> source.words().get(m.from()).sentence() == sentence)
        .toList();
    if (there.stream().anyMatch(mention::agrees) || brought(mention, sentence)
        || mention.kind() == Kind.NAME && (pronounGone(sentence) || !sure(claim, mention))) {
      return Optional.empty();
    }
    return there.stream()
        .filter(mention::excludes)
        .filter(m -> m.kind() != Kind.NAME || sure(source, m))
        .filter(m -> claim.mentions().stream().noneMatch(m::agrees))
        .findFirst();
  }

  /** Whether the mention came with words of its own that the sentence lacks. */
  private boolean brought(Mention mention, int sentence) {
    if (source.mentions().stream().noneMatch(mention::agrees)) {
      return false;
    }
    Set<String> there = plain(source.words(), w -> w.sentence() == sentence);
    Set<String> all = plain(source.words(), w -> true);
    int said = claim.words().get(mention.from()).sentence();
    return claim.near(mention.from() - 1, said, true, 3)
        .stream()
        .anyMatch(w -> w.content() && all.contains(w.key()) && !there.contains(w.key()))
        || claim.near(mention.to(), said, false, 3)
            .stream()
            .anyMatch(w -> w.content() && all.contains(w.key()) && !there.contains(w.key()));
  }

  private boolean pronounGone(int sentence) {
    long there = source.words().stream().filter(w -> w.sentence() == sentence && PRONOUNS.contains(w.key())).count();
    long here = claim.words().stream().filter(w -> PRONOUNS.contains(w.key())).count();
    return there > here;
  }

  private static Set<String> plain(List<Word> words, Predicate<Word> among) {
    var plain = new HashSet<String>();
    words.stream()
        .filter(among)
        .filter(w -> w.content() && !w.capital() && !Character.isDigit(w.key().codePointAt(0)))
        .forEach(w -> plain.add(w.key()));
    return plain;
  }

  private static String shown(Wording wording, Mention mention) {
    return String.join(" ", wording.words().subList(mention.from(), mention.to()).stream().map(Word::key).toList());
  }
}
