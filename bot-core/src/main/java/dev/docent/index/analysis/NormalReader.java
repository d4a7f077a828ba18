package dev.docent.index.analysis;

import dev.docent.corpus.NormalForm;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharFilter;
import org.jspecify.annotations.Nullable;

/** A text in its normal form for an analyzer, whose terms are located in the text as it was. */
final class NormalReader extends CharFilter {
  private @Nullable NormalForm form;
  private int at = 0;

  private NormalReader(Reader in) {
    super(in);
  }

  /** An analyzer that sees each text in its normal form. */
  static Analyzer before(Analyzer analyzer) {
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return analyzer;
      }

      @Override
      protected Reader wrapReader(String field, Reader reader) {
        return new NormalReader(reader);
      }
    };
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    NormalForm whole = form();
    int n = Math.min(length, whole.text().length() - at);
    if (n <= 0) {
      return -1;
    }
    whole.text().getChars(at, at + n, into, offset);
    at += n;
    return n;
  }

  private NormalForm form() throws IOException {
    if (form == null) {
      // Segments are short.
      var text = new StringWriter();
      input.transferTo(text);
      form = NormalForm.of(text.toString());
    }
    return form;
  }

  @Override
  protected int correct(int offset) {
    return form == null ? offset : form.start(offset);
  }
}
