package dev.docent.index.analysis;

import dev.docent.corpus.Language;
import dev.docent.index.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The analyzer of each language, chosen by the field's name: {@code body_en}, {@code heads_ru}. It sees texts in their normal form. */
public final class Analyzers extends DelegatingAnalyzerWrapper {
  private final Map<Language, Analyzer> analyzers = new EnumMap<>(Language.class);

  public Analyzers() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  public synchronized Analyzer of(Language language) {
    return analyzers.computeIfAbsent(language, l -> NormalReader.before(create(l)));
  }

  /** The terms of a text, in order, each where it stands in the text. */
  public List<Term> terms(String text, Language language) {
    var terms = new ArrayList<Term>();
    try (TokenStream stream = of(language).tokenStream("body_" + language.code(), text)) {
      var word = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term(word.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
    return terms;
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return of(Language.ofCode(field.substring(field.lastIndexOf('_') + 1)));
  }

  private static Analyzer create(Language language) {
    return switch (language) {
      case ENGLISH -> english();
      case RUSSIAN -> new RussianAnalyzer();
      case GERMAN -> new GermanAnalyzer();
      case FRENCH -> new FrenchAnalyzer();
      case SPANISH -> new SpanishAnalyzer();
      case ITALIAN -> new ItalianAnalyzer();
      case PORTUGUESE -> new PortugueseAnalyzer();
      case TURKISH -> new TurkishAnalyzer();
      case ARABIC -> new ArabicAnalyzer();
      case CHINESE, JAPANESE, KOREAN -> new CJKAnalyzer();
      case OTHER -> byScript();
    };
  }

  /** Lucene's English analysis, and accents folded: people type "Bogusławski" as "Boguslawski". */
  private static Analyzer english() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var source = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(new EnglishPossessiveFilter(source));
        stream = new StopFilter(stream, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(source, new PorterStemFilter(new ASCIIFoldingFilter(stream)));
      }

      @Override
      protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(in);
      }
    };
  }

  private static Analyzer byScript() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var source = new ICUTokenizer();
        return new TokenStreamComponents(source, new ICUFoldingFilter(source));
      }
    };
  }
}
