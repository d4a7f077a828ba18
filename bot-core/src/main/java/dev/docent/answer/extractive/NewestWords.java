package dev.docent.answer.extractive;

import dev.docent.answer.ClaimListener;
import dev.docent.answer.Draft;
import dev.docent.answer.Evidence;
import dev.docent.answer.Reader;
import dev.docent.corpus.Language;
import dev.docent.corpus.Quotation;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets a mail's own words answer before what it quotes of older ones. A thread agrees at its end on what its beginning
 * proposed in fuller words, so that ranking alone would prefer the proposal. The quoted words are read where the mail's
 * own don't answer, but not for a day, an hour or a number that the mail itself names.
 */
public final class NewestWords implements Reader {
  private static final Pattern HOUR = Pattern.compile("(?iU)\\b\\d{1,2}(?:[:.]\\d\\d\\b|\\s?(?:am|pm|uhr|h|ч)\\b)");
  private static final Pattern DATE = Pattern
      .compile("\\b(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}\\.?(?:\\d{2,4})?)(?![\\d:])|[0-9]{1,2}[日일]");
  private static final Pattern NUMBER = Pattern.compile("\\d");
  private static final Pattern LETTERHEAD = Pattern.compile("(?m)^(?:From|To|Date): .*$");
  private static final int SHORTEST_NAME = 4;

  private enum Kind {
    DAY, HOUR, NUMBER
  }

  private final Reader reader;

  public NewestWords(Reader reader) {
    this.reader = reader;
  }

  @Override
  public Name name() {
    return reader.name();
  }

  @Override
  public Optional<Reader> otherwise() {
    return reader.otherwise();
  }

  @Override
  public Draft read(Query query, Evidence evidence, ClaimListener claims) throws InterruptedException {
    List<Passage> passages = evidence.passages();
    if (passages.stream().noneMatch(passage -> Quotation.in(passage.segment()))) {
      return reader.read(query, evidence, claims);
    }
    var threads = new Threads(query, evidence.view());
    List<Passage> own = threads.ownFirst(passages);
    if (own.isEmpty()) {
      return reader.read(query, evidence, claims);
    }
    Draft draft = reader.read(query, new Evidence(own, evidence.view()), claims);
    if (draft instanceof Draft.Written) {
      return draft;
    }
    List<Passage> left = threads.notOvertaken(passages, own);
    return left.size() == own.size() ? draft : reader.read(query, new Evidence(left, evidence.view()), claims);
  }

  /** The mails among the evidence, with their own words and what they quote. For one query. */
  private static final class Threads {
    private final Query query;
    private final IndexView view;
    private final Map<Language, QueryTerms> terms = new HashMap<>();
    private final Map<String, List<Segment>> mails = new HashMap<>();

    Threads(Query query, IndexView view) {
      this.query = query;
      this.view = view;
    }

    /**
     * Own words in the place of what is quoted, where they are about as much of what is asked; none where what is quoted
     * says more of it.
     */
    List<Passage> ownFirst(List<Passage> passages) {
      Map<String, Passage> own = new LinkedHashMap<>();
      boolean replaced = false;
      for (Passage passage : passages) {
        Segment segment = passage.segment();
        List<Segment> newer = Quotation.in(segment) ? newer(segment) : List.of();
        if (newer.isEmpty()) {
          own.putIfAbsent(segment.id(), passage);
          continue;
        }
        replaced = true;
        newer.stream()
            .filter(words -> !Quotation.in(words))
            .forEach(words -> own.putIfAbsent(words.id(),
                new Passage(words, passage.rank(), passage.score(), passage.words(), passage.vectors())));
      }
      return replaced ? ranked(own.values()) : List.of();
    }

    /** Own words, and of what is quoted that of which no newer words name another day, hour or number. */
    List<Passage> notOvertaken(List<Passage> passages, List<Passage> own) {
      var left = new ArrayList<>(own);
      for (Passage passage : passages) {
        boolean known = own.stream().anyMatch(p -> p.segment().id().equals(passage.segment().id()));
        Set<Kind> named = kinds(passage.segment());
        if (!known
            && newer(passage.segment()).stream().noneMatch(words -> kinds(words).stream().anyMatch(named::contains))) {
          left.add(passage);
        }
      }
      return ranked(left);
    }

    private static List<Passage> ranked(Iterable<Passage> passages) {
      var ranked = new ArrayList<Passage>();
      passages.forEach(passage -> ranked.add(passage.withRank(ranked.size() + 1, passage.score())));
      return ranked;
    }

    /** What the same mail says before it, if that is about no less of what is asked. */
    private List<Segment> newer(Segment quoted) {
      Set<String> asked = asked(quoted);
      return mails.computeIfAbsent(quoted.documentId(), view::segments)
          .stream()
          .filter(other -> other.ordinal() < quoted.ordinal() && asked(other).containsAll(asked))
          .toList();
    }

    /** The terms of the query that a segment holds, its headings included. */
    private Set<String> asked(Segment segment) {
      String all = segment.title() + "\n" + String.join("\n", segment.headings()) + "\n" + segment.text();
      Set<String> held = view.terms(all, segment.language()).stream().map(Term::text).collect(Collectors.toSet());
      return terms.computeIfAbsent(segment.language(), language -> QueryTerms.of(query, view, language))
          .own()
          .stream()
          .map(QueryTerms.Own::meant)
          .filter(held::contains)
          .collect(Collectors.toSet());
    }
  }

  private static Set<Kind> kinds(Segment segment) {
    String body = LETTERHEAD.matcher(segment.body()).replaceAll("");
    var kinds = EnumSet.noneOf(Kind.class);
    if (HOUR.matcher(body).find()) {
      kinds.add(Kind.HOUR);
    }
    if (DATE.matcher(body).find() || namesADay(body, segment.language().locale())) {
      kinds.add(Kind.DAY);
    }
    if (kinds.isEmpty() && NUMBER.matcher(body).find()) {
      kinds.add(Kind.NUMBER);
    }
    return kinds;
  }

  /** Names of days and months, whatever their last letter is bent to. */
  private static boolean namesADay(String text, Locale locale) {
    var names = new ArrayList<String>();
    for (Locale language : List.of(locale, Locale.ENGLISH)) {
      var symbols = DateFormatSymbols.getInstance(language);
      names.addAll(Arrays.asList(symbols.getWeekdays()));
      names.addAll(Arrays.asList(symbols.getMonths()));
    }
    String lower = " " + text.toLowerCase(locale);
    return names.stream()
        .filter(name -> !name.isEmpty())
        .map(name -> name.toLowerCase(locale))
        .anyMatch(name -> name.length() < SHORTEST_NAME
            ? name.codePointAt(0) > 0x2E80 && lower.contains(name)
            : lower.matches("(?s).*[^\\p{L}]" + Pattern.quote(name.substring(0, name.length() - 1)) + ".*"));
  }
}
