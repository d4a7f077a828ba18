package dev.docent.answer.claim;

import dev.docent.answer.ClaimCheck;
import dev.docent.answer.Draft;
import dev.docent.answer.Negation;
import dev.docent.answer.SpanReader;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.QueryLanguages;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks what can be checked of a claim in a writer's own words without another model: the numbers, names, polarity
 * and quoted words it states must come from the passages it cites. A free paraphrase may fail; a silent invention
 * should not pass.
 */
final class ClaimSupport implements ClaimCheck.Judge {
  private static final Pattern QUOTED = Pattern.compile("“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|„([^“”]+)[“”]|「([^」]+)」");
  private static final Pattern EDGE = Pattern.compile("^[\\s.,;:!?…]+|[\\s.,;:!?…]+$");
  private static final int WORDS_OF_A_QUOTE = 3;
  private static final int TERMS_TO_JUDGE = 3;
  private static final double LEAST_SHARE = 0.25;
  private static final double LEAST_WORDS = 0.34;
  private static final double GRAMMAR = 0.2;

  private final IndexView view;
  private final String question;
  private final SpanCheck spans;
  private final Map<Language, Wording.Maker> makers = new HashMap<>();
  private final Map<Judged, Optional<String>> judged = new HashMap<>();
  private final Map<String, Wording> sources = new HashMap<>();

  ClaimSupport(IndexView view, SpanReader spans, String question) {
    this.view = view;
    this.question = question;
    this.spans = new SpanCheck(spans);
  }

  @Override
  public Optional<String> objection(String claim, List<Draft.Support> cited, Predicate<String> literal) {
    // A claim is judged when it is shown while the answer grows, and again when all of it is there.
    return judged.computeIfAbsent(new Judged(claim, List.copyOf(cited)), c -> judge(claim, cited, literal));
  }

  private record Judged(String claim, List<Draft.Support> cited) {}

  private Optional<String> judge(String claim, List<Draft.Support> cited, Predicate<String> literal) {
    Language language = cited.getFirst().segment().language();
    String evidence = cited.stream().map(s -> shown(s.segment())).distinct().collect(Collectors.joining("\n"));
    Optional<String> quote = inventedQuote(claim, literal);
    if (quote.isPresent()) {
      return Optional.of("quotes words the document doesn't hold: “" + quote.get() + "”");
    }
    Optional<String> link = Links.added(claim, literal);
    if (link.isPresent()) {
      return Optional.of("links to " + link.get() + ", which the document doesn't");
    }
    Optional<String> number = Numbers.missing(claim, evidence, language);
    if (number.isPresent()) {
      return Optional.of("the number " + number.get() + " is not in the cited passage");
    }
    Optional<String> name = new Names(view, language).missing(claim, language(claim, language), evidence);
    if (name.isPresent()) {
      return Optional.of("the name " + name.get() + " is not in the cited passage");
    }
    Optional<String> otherwise = otherwise(claim, cited, evidence, language);
    if (otherwise.isPresent()) {
      return otherwise;
    }
    return strange(claim, evidence, language)
        ? Optional.of("shares too little with the cited passage")
        : Optional.empty();
  }

  /** What the claim's words say that the same words of the evidence don't. */
  private Optional<String> otherwise(String claim, List<Draft.Support> cited, String evidence, Language language) {
    if (language != Language.ENGLISH
        && new Negation(view, language).differs(claim, cited.stream().map(Draft.Support::quote).toList(), evidence)) {
      return Optional.of("says yes where the cited passage says no, or the reverse");
    }
    if (language.unspaced()) {
      return Optional.empty();
    }
    Wording.Maker maker = makers.computeIfAbsent(language, l -> new Wording.Maker(view, l));
    Wording said = maker.of(claim);
    Wording source = sources.computeIfAbsent(evidence, maker::of);
    return Units.objection(said, source)
        .map(number -> "gives " + number + " another unit than the cited passage does")
        .or(() -> new Placement(said, source).objection().map(place -> "says " + place))
        .or(() -> foreign(claim, evidence) ? Optional.of("shares too little with the cited passage") : Optional.empty())
        .or(() -> shortOf(said, source, cited, maker))
        .or(() -> new Polarity(said, source, language == Language.ENGLISH).objection()
            .map(word -> "says yes where the cited passage says no, or the reverse, of “" + word + "”"));
  }

  private Optional<String> shortOf(Wording said, Wording source, List<Draft.Support> cited,
      Wording.Maker maker) {
    var claim = new ShortClaim(said, source, sources.computeIfAbsent(question, maker::of));
    if (!claim.isShort()) {
      return Optional.empty();
    }
    List<Segment> segments = cited.stream().map(Draft.Support::segment).distinct().toList();
    return claim.stranger()
        .map(word -> "the name " + word + " is not in the cited passage")
        .or(() -> claim.beside().map(word -> "says " + word + ", which stands where the question isn't spoken of"))
        .or(() -> spans.objection(said, question, segments, maker)
            .map(words -> "the answer stands where the passage says “" + words + "”"));
  }

  /** The language a claim is written in: the evidence's, unless its words speak for another. */
  private static Language language(String claim, Language evidence) {
    Language guess = QueryLanguages.guess(claim);
    return QueryLanguages.of(claim, EnumSet.of(evidence, guess)).contains(evidence) ? evidence : guess;
  }

  private static String shown(Segment segment) {
    return Stream.concat(Stream.concat(Stream.of(segment.title()), segment.headings().stream()),
        Stream.of(segment.text())).collect(Collectors.joining("\n"));
  }

  private static Optional<String> inventedQuote(String claim, Predicate<String> literal) {
    Matcher quoted = QUOTED.matcher(claim);
    while (quoted.find()) {
      String inside = quoted.group().substring(1, quoted.group().length() - 1);
      String words = EDGE.matcher(inside).replaceAll("");
      if (isLong(words) && !literal.test(words)) {
        return Optional.of(words);
      }
    }
    return Optional.empty();
  }

  private static boolean isLong(String words) {
    boolean unspaced = words.codePoints().anyMatch(Character::isIdeographic);
    return unspaced ? words.length() > 2 * WORDS_OF_A_QUOTE : words.split("\\s+").length >= WORDS_OF_A_QUOTE;
  }

  /**
   * Whether next to nothing of what the claim says is in the evidence. Only terms the index knows are weighed, so that
   * an answer in another language than the documents isn't judged by words they can't have.
   */
  private boolean strange(String claim, String evidence, Language language) {
    Set<String> known = terms(claim, language).stream()
        .filter(term -> view.documentFrequency(term, language) > 0)
        .collect(Collectors.toSet());
    if (known.size() < TERMS_TO_JUDGE) {
      return false;
    }
    Set<String> carried = terms(evidence, language);
    double all = known.stream().mapToDouble(term -> view.idf(term, language)).sum();
    double shared = known.stream().filter(carried::contains).mapToDouble(term -> view.idf(term, language)).sum();
    return shared < LEAST_SHARE * all;
  }

  /**
   * Whether a claim has few of the evidence's words although both are, at least in part, in one language, which their
   * words of grammar show. A document may hold a second language beside its own.
   */
  private boolean foreign(String claim, String evidence) {
    for (Language language : view.languages()) {
      if (!language.unspaced() && language != Language.OTHER) {
        Wording.Maker maker = makers.computeIfAbsent(language, l -> new Wording.Maker(view, l));
        Wording said = maker.of(claim);
        Wording source = sources.computeIfAbsent(language.code() + " " + evidence, key -> maker.of(evidence));
        if (grammar(said) >= GRAMMAR && grammar(source) >= GRAMMAR / 2 && fewShared(said, source)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fewShared(Wording said, Wording source) {
    List<Wording.Word> contents = said.words().stream().filter(Wording.Word::content).toList();
    long carried = contents.stream()
        .filter(w -> source.words().stream().anyMatch(held -> Mention.related(held.key(), w.key())))
        .count();
    return contents.size() >= TERMS_TO_JUDGE && carried < LEAST_WORDS * contents.size();
  }

  /** The share of a text's words that are mere grammar in its language. */
  private static double grammar(Wording wording) {
    List<Wording.Word> words = wording.words().stream().filter(w -> !w.mark()).toList();
    return words.isEmpty() ? 0 : words.stream().filter(w -> !w.content()).count() / (double) words.size();
  }

  private Set<String> terms(String text, Language language) {
    return view.terms(text, language).stream().map(Term::text).collect(Collectors.toSet());
  }
}
