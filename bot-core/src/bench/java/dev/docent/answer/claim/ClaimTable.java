package dev.docent.answer.claim;

import dev.docent.answer.pipeline.CitationVerifier;
import dev.docent.answer.Draft;
import dev.docent.answer.Evidence;
import dev.docent.answer.extractive.EvalSet;
import dev.docent.answer.QuoteChooser;
import dev.docent.answer.extractive.Rewording;
import dev.docent.answer.Verbatim;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.Splitter;
import dev.docent.corpus.TextRange;
import dev.docent.corpus.files.FolderSource;
import dev.docent.corpus.opennlp.OpenNlpLanguageDetector;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.lucene.LuceneSegmentIndex;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.Reloader;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Prints how many of the sentences a model might write are let through although they are false, and how many are dropped
 * although they are true. The sentences are made by rule from those that hold the answers of known questions.
 * Arguments: the folder of the sets, a folder to work in; then any of the words "wrong", to list what went wrong on the
 * half that may be looked at, and names of sets.
 */
final class ClaimTable {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static final CitationVerifier VERIFIER = new CitationVerifier(
      new FactCheck());

  private final Map<String, Count> faithful = new LinkedHashMap<>();
  private final Map<String, Count> corrupted = new LinkedHashMap<>();
  /** A sentence counts once, however many questions it answers. */
  private final Set<String> seen = new HashSet<>();
  private final boolean list;

  private ClaimTable(boolean list) {
    this.list = list;
  }

  public static void main(String[] args) throws Exception {
    Path sets = Path.of(args[0]);
    Path work = Path.of(args[1]);
    List<String> more = List.of(args).subList(2, args.length);
    var english = new ClaimTable(more.contains("wrong"));
    english.measure(EvalSet.paragraphs(sets.resolve("xquad-en-a"), work.resolve("xquad-en-a")), work, Language.ENGLISH);
    english.measure(EvalSet.paragraphs(sets.resolve("squad2-a"), work.resolve("squad2-a")), work, Language.ENGLISH);
    english.print("English");
    if (!more.contains("wrong")) {
      var russian = new ClaimTable(false);
      russian.measure(EvalSet.paragraphs(sets.resolve("xquad-ru-a"), work.resolve("xquad-ru-a")), work,
          Language.RUSSIAN);
      russian.print("Russian");
    }
  }

  private void measure(EvalSet set, Path work, Language language) throws Exception {
    try (var index = LuceneSegmentIndex.open(work.resolve(set.folder().getFileName() + "-index"), any -> false)) {
      new Reloader(new FolderSource(set.folder(), new OpenNlpLanguageDetector()), new Splitter(), index,
          new IndexManifest("none", Splitter.VERSION, LuceneSegmentIndex.FORMAT))
          .reload(ReloadRequest.CAREFUL, Progress.NONE);
      try (IndexView view = index.acquire()) {
        var names = new CorpusNames(view.documents().stream().flatMap(d -> view.text(d.id()).stream()).toList());
        for (EvalSet.Case one : set.cases()) {
          if (one.answerable() && (!list || one.calibrates())) {
            for (String document : one.documents()) {
              one(one, view.segments(document), view, names, language);
            }
          }
        }
      }
    }
  }

  private void one(EvalSet.Case one, List<Segment> segments, IndexView view, CorpusNames names, Language language) {
    for (Segment segment : segments) {
      String before = "";
      for (TextRange range : Sentences.of(segment.body(), language)) {
        String sentence = Verbatim.collapse(segment.body().substring(range.start(), range.end())).strip();
        for (String answer : one.answers()) {
          if (sentence.matches(".*(?<![\\p{L}\\p{N}])" + Pattern.quote(answer) + "(?![\\p{L}\\p{N}]).*")
              && balanced(answer)) {
            claims(one, new Rewording.Source(sentence, before, answer), segment, view, names, language);
            return;
          }
        }
        before = sentence;
      }
    }
  }

  private void claims(EvalSet.Case one, Rewording.Source source, Segment segment, IndexView view, CorpusNames names,
      Language language) {
    var scene = new Corruption.Scene(source.sentence(), segment.text(), names.notIn(segment.text()),
        names.in(segment.text()), CorruptWords.of(language), language);
    for (Rewording rewording : Rewording.values()) {
      if (language == Language.ENGLISH || rewording == Rewording.AS_IT_IS) {
        rewording.of(source).filter(claim -> seen.add(segment.id() + rewording + claim)).ifPresent(claim -> {
          String why = judge(claim, segment, view, one.question());
          count(faithful, rewording.title(), one, !why.isEmpty());
          tell("DROPPED " + rewording, !why.isEmpty(), claim, source, why);
          var random = new Random(one.id().hashCode() * 31L + rewording.ordinal());
          for (Corruption corruption : Corruption.values()) {
            corruption.of(claim, scene, random).filter(made -> !made.equals(claim)).ifPresent(made -> {
              String caught = judge(made, segment, view, one.question());
              count(corrupted, (rewording.isShort() ? "in a short answer: " : "") + corruption.title(), one,
                  !caught.isEmpty());
              tell("MISSED " + corruption + " " + rewording, caught.isEmpty(), made, source, "");
            });
          }
        });
      }
    }
  }

  private static boolean balanced(String answer) {
    return answer.contains("(") == answer.contains(")");
  }

  /** The reason for which the claim isn't shown; empty when it is. */
  private static String judge(String claim, Segment segment, IndexView view, String question) {
    var evidence = new Evidence(List.of(new Passage(segment, 1, 1, RetrieverRank.NONE, RetrieverRank.NONE)), view);
    CitationVerifier.Verification verification = VERIFIER.begin(evidence, Query.of(question));
    boolean shown = verification.verify(new Draft.Claim.Said(claim,
        List.of(new Draft.Support(segment, QuoteChooser.choose(claim, segment, view))))).stream().findAny().isPresent();
    return shown ? "" : verification.dropped().getFirst().reason();
  }

  private void tell(String what, boolean wrong, String claim, Rewording.Source source, String why) {
    if (list && wrong) {
      OUT.println(what + "\n   claim  " + claim + "\n   source " + source.sentence() + "\n   " + why);
    }
  }

  private static void count(Map<String, Count> into, String kind, EvalSet.Case one, boolean stopped) {
    into.computeIfAbsent(kind, k -> new Count()).add(one.calibrates(), stopped);
  }

  private void print(String language) {
    OUT.println();
    OUT.println("| " + language + ", corrupted: caught of 100 | tuned half | held-out half | held out, number |");
    OUT.println("|---|---|---|---|");
    rows(corrupted);
    OUT.println();
    OUT.println("| " + language + ", faithful: dropped of 100 | tuned half | held-out half | held out, number |");
    OUT.println("|---|---|---|---|");
    rows(faithful);
  }

  private static void rows(Map<String, Count> kinds) {
    for (String kind : order(kinds)) {
      OUT.println("| " + kind + " | " + kinds.get(kind) + " |");
    }
    sum("all, sentences", kinds, kind -> !isShort(kind));
    sum("all, short answers", kinds, ClaimTable::isShort);
    sum("all", kinds, kind -> true);
  }

  private static boolean isShort(String kind) {
    return kind.startsWith("short") || kind.startsWith("in a short");
  }

  private static void sum(String name, Map<String, Count> kinds, Predicate<String> among) {
    var all = new Count();
    kinds.forEach((kind, count) -> {
      if (among.test(kind)) {
        all.add(count);
      }
    });
    if (all.total(false) > 0) {
      OUT.println("| **" + name + "** | " + all + " |");
    }
  }

  private static List<String> order(Map<String, Count> kinds) {
    var ordered = new LinkedHashSet<String>();
    kinds.keySet().stream().filter(k -> !k.startsWith("in a short")).forEach(ordered::add);
    ordered.addAll(kinds.keySet());
    return new ArrayList<>(ordered);
  }

  private static final class Count {
    private final int[] all = new int[2];
    private final int[] stopped = new int[2];

    void add(boolean tuned, boolean isStopped) {
      all[tuned ? 0 : 1]++;
      stopped[tuned ? 0 : 1] += isStopped ? 1 : 0;
    }

    void add(Count other) {
      for (int i = 0; i < all.length; i++) {
        all[i] += other.all[i];
        stopped[i] += other.stopped[i];
      }
    }

    int total(boolean tuned) {
      return all[tuned ? 0 : 1];
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : 100.0 * part / whole;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f | %.1f | %d", share(stopped[0], all[0]), share(stopped[1], all[1]),
          all[1]);
    }
  }
}
