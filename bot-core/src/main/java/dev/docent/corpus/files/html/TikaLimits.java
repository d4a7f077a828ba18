package dev.docent.corpus.files.html;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.ContentHandler;

/** What Tika's parsers are told to leave out: files within files, masters, macros, what was deleted. */
public final class TikaLimits {
  private static final EmbeddedDocumentExtractor NOTHING_INSIDE = new EmbeddedDocumentExtractor() {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean html) {}
  };

  private TikaLimits() {}

  public static ParseContext context() {
    var context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, NOTHING_INSIDE);
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    context.set(EncodingDetector.class, (in, metadata) -> StandardCharsets.UTF_8);
    var office = new OfficeParserConfig();
    office.setUseSAXDocxExtractor(true);
    office.setUseSAXPptxExtractor(true);
    office.setIncludeHeadersAndFooters(false);
    office.setIncludeSlideMasterContent(false);
    office.setIncludeDeletedContent(false);
    office.setConcatenatePhoneticRuns(false);
    office.setExtractMacros(false);
    // By them the rows of an old Excel file are counted.
    office.setIncludeMissingRows(true);
    context.set(OfficeParserConfig.class, office);
    return context;
  }
}
