package dev.docent.index.lucene;

import dev.docent.corpus.Language;
import dev.docent.index.Term;
import dev.docent.index.analysis.Analyzers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** How the terms of a language are made, spread over one state of the index, and spelled. */
final class Terms {
  private final IndexSearcher searcher;
  private final Analyzers analyzers;
  private final IndexFolder folder;
  /** Every stop on a question's way asks for the same words, and looking for one takes milliseconds. */
  private final Map<Spelled, List<String>> known = new ConcurrentHashMap<>();

  private record Spelled(String term, Language language) {}

  Terms(IndexSearcher searcher, Analyzers analyzers, IndexFolder folder) {
    this.searcher = searcher;
    this.analyzers = analyzers;
    this.folder = folder;
  }

  List<Term> terms(String text, Language language) {
    return analyzers.terms(text, language);
  }

  double idf(String term, Language language) {
    return folder.reading(() -> {
      double n = searcher.getIndexReader().getDocCount(Fields.body(language));
      double df = documentFrequency(term, language);
      return Math.log(1 + (n - df + 0.5) / (df + 0.5));
    });
  }

  int documentFrequency(String term, Language language) {
    return folder.reading(
        () -> searcher.getIndexReader().docFreq(new org.apache.lucene.index.Term(Fields.body(language), term)));
  }

  List<String> spelledLike(String term, Language language) {
    return known.computeIfAbsent(new Spelled(term, language), asked -> similar(asked.term(), asked.language()));
  }

  private List<String> similar(String term, Language language) {
    var speller = new DirectSpellChecker();
    speller.setMinPrefix(1);
    speller.setMinQueryLength(4);
    speller.setMaxEdits(term.length() < 6 ? 1 : 2);
    speller.setAccuracy(0.6f);
    return folder.reading(() -> {
      SuggestWord[] like = speller.suggestSimilar(new org.apache.lucene.index.Term(Fields.body(language), term), 2,
          searcher.getIndexReader(), SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
      return java.util.Arrays.stream(like).map(word -> word.string).toList();
    });
  }

  Set<Language> languages() {
    return folder.reading(() -> {
      var languages = EnumSet.noneOf(Language.class);
      for (Language language : Language.values()) {
        if (searcher.getIndexReader().getDocCount(Fields.body(language)) > 0) {
          languages.add(language);
        }
      }
      return languages;
    });
  }
}
