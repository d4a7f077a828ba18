package dev.docent.answer.claim;

import dev.docent.answer.ClaimCheck;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Evidence;
import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks by rule what rules can decide of a model's words: quotes, numbers, names, and identifiers of every kind stand in
 * what the model was shown, or they are invented. How these are put together is for a reader of meaning to judge, but for one name in another's place.
 */
public final class FactCheck implements ClaimCheck {
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]+`");
  private static final Pattern MARKUP = Pattern
      .compile("(?m)^\\s*(?:[-*+•]|\\d{1,3}[.)]|#{1,6}|>)\\s+|\\*\\*|^\\||\\|$");

  /** What turns round all that follows; that it is so would have to stand somewhere. */
  private static final Pattern DENIES_ALL = Pattern.compile(
      "(?iu)(?<!\\p{L})(?:(?:it is|it['’]s|that is) (?:not true|untrue|false|wrong|a lie|a myth) that|(?:неверно|неправда|ложь|не так), что)(?!\\p{L})");

  @Override
  public Judge begin(Evidence evidence, Query query) {
    return new Facts(evidence, query);
  }

  /** The facts of one answer. */
  private static final class Facts implements Judge {
    private final Evidence evidence;
    private final Query query;
    /** Read when there is something to judge: the documents' own words need none of it. */
    private @Nullable Shown read;
    /** A statement is judged when it is shown while the answer grows, and again when all of it is there. */
    private final Map<Said, Optional<String>> judged = new HashMap<>();

    Facts(Evidence evidence, Query query) {
      this.evidence = evidence;
      this.query = query;
    }

    private Shown shown() {
      if (read == null) {
        read = new Shown(evidence, query);
      }
      return read;
    }

    @Override
    public Optional<String> objection(Said said) {
      return judged.computeIfAbsent(said, this::judge);
    }

    private Optional<String> judge(Said said) {
      Shown shown = shown();
      String prose = MARKUP.matcher(CODE.matcher(said.text()).replaceAll(" ‹› ")).replaceAll(" ");
      Language language = language(prose);
      return Quotes.invented(said.text(), shown)
          .map(quote -> "what it quotes stands in none of the passages: “" + quote + "”")
          .or(() -> Identifiers.missing(said.text(), shown).map(one -> nowhere(one)))
          .or(() -> Numbers.missing(prose, said, language, shown).map(one -> nowhere("the number " + one)))
          .or(() -> new Names(evidence.view(), language).missing(prose, said, shown)
              .map(one -> nowhere("the name " + one)))
          .or(() -> DENIES_ALL.matcher(prose)
              .results()
              .map(MatchResult::group)
              .filter(denial -> !shown.holds(denial))
              .map(denial -> "none of the passages says “" + denial + "”")
              .findFirst())
          .or(() -> said.support().isEmpty() || shown.shares(prose)
              ? Optional.empty()
              : Optional.of("it has no words of the passages"))
          .or(() -> new NameBeside(evidence.view(), query).objection(prose, said)
              .map(words -> "the passage says this of another: “" + words + "”"));
    }

    private static String nowhere(String what) {
      return what + " stands in none of the passages";
    }

    /** The language a statement is written in: one of the passages', unless it has few of their words. */
    private Language language(String text) {
      Set<Language> held = shown().languages();
      Language guess = QueryLanguages.guess(text);
      if (shown().strange(text)) {
        return held.contains(guess) ? Language.OTHER : guess;
      }
      var both = new HashSet<>(held);
      both.add(guess);
      return QueryLanguages.of(text, both).stream().filter(held::contains).findFirst().orElse(guess);
    }
  }
}
