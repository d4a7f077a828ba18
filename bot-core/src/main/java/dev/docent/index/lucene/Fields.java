package dev.docent.index.lucene;

import dev.docent.corpus.Block;
import dev.docent.corpus.Language;
import dev.docent.corpus.Pages;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.analysis.SegmentTexts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/**
 * The layout of the index. Of every document of the corpus it holds one Lucene document of kind {@code entry}, one of
 * kind {@code text} and one of kind {@code segment} per segment; all three carry the corpus document's id.
 */
final class Fields {
  static final String KIND = "kind";
  static final String DOCUMENT = "document";
  static final String SEGMENT = "segment";
  static final String FINGERPRINT = "fingerprint";
  static final String PENDING = "pending";
  static final String READ_AT = "read_at";
  static final String READ_ORDER = "read_order";
  static final String VECTOR = "vector";
  static final String TEXT = "text";
  private static final String TITLE = "title";
  private static final String LANGUAGE = "language";
  private static final String ORDINAL = "ordinal";
  private static final String HEADINGS = "headings";
  private static final String BODY_START = "body_start";
  private static final String START = "start";
  private static final String FIRST_LINE = "first_line";
  private static final String FIRST_PAGE = "first_page";
  private static final String PAGE_BREAK = "page_break";
  private static final String ROW = "row";
  private static final String BLOCK = "block";
  private static final String STAMP = "stamp";
  private static final String SEGMENTS = "segments";
  private static final String CHANGED = "changed";
  private static final String PROBLEM = "problem";
  private static final String REMARK = "remark";

  private Fields() {}

  static String body(Language language) {
    return "body_" + language.code();
  }

  static String heads(Language language) {
    return "heads_" + language.code();
  }

  static Document entry(DocumentEntry entry) {
    var fields = document("entry", entry.id());
    fields.add(new StoredField(TITLE, entry.title()));
    fields.add(new StoredField(LANGUAGE, entry.language().code()));
    fields.add(new StoredField(STAMP, entry.stamp()));
    fields.add(new StoredField(SEGMENTS, entry.segments()));
    fields.add(new StoredField(CHANGED, entry.changed().toEpochMilli()));
    fields.add(new StoredField(READ_AT, entry.readAt().toEpochMilli()));
    fields.add(new StoredField(PROBLEM, entry.problem()));
    entry.remarks().forEach(remark -> fields.add(new StoredField(REMARK, remark)));
    return fields;
  }

  static DocumentEntry entry(Document fields) {
    return new DocumentEntry(fields.get(DOCUMENT), fields.get(TITLE), Language.ofCode(fields.get(LANGUAGE)),
        fields.get(STAMP), number(fields, SEGMENTS), instant(fields, CHANGED), instant(fields, READ_AT),
        fields.get(PROBLEM), Arrays.asList(fields.getValues(REMARK)));
  }

  /** An index of before this field was kept knows nothing of it. */
  private static Instant instant(Document fields, String name) {
    IndexableField field = fields.getField(name);
    return field == null ? Instant.EPOCH : Instant.ofEpochMilli(field.numericValue().longValue());
  }

  static Document text(String documentId, String text) {
    var fields = document("text", documentId);
    fields.add(new StoredField(TEXT, text));
    return fields;
  }

  /**
   * @param embedded whether the segment is to have a vector at all
   */
  static Document segment(Segment segment, long readAt, boolean embedded, float @Nullable [] vector) {
    var fields = document("segment", segment.documentId());
    fields.add(new StringField(SEGMENT, segment.id(), Field.Store.NO));
    fields.add(new StringField(FINGERPRINT, SegmentTexts.fingerprint(segment), Field.Store.NO));
    fields.add(new StoredField(TITLE, segment.title()));
    fields.add(new StoredField(LANGUAGE, segment.language().code()));
    fields.add(new StoredField(ORDINAL, segment.ordinal()));
    fields.add(new StoredField(HEADINGS, String.join("\n", segment.headings())));
    fields.add(new StoredField(TEXT, segment.text()));
    fields.add(new StoredField(BODY_START, segment.bodyStart()));
    fields.add(new StoredField(START, segment.start()));
    fields.add(new StoredField(FIRST_LINE, segment.firstLine()));
    fields.add(new StoredField(FIRST_PAGE, segment.pages().first()));
    segment.pages().breaks().forEach(at -> fields.add(new StoredField(PAGE_BREAK, at)));
    segment.pages().rows().forEach(row -> fields.add(new StoredField(ROW, row.offset() + " " + row.number())));
    segment.blocks().forEach(block -> fields.add(new StoredField(BLOCK, stored(block))));
    fields.add(new StoredField(READ_AT, readAt));
    fields.add(new NumericDocValuesField(READ_ORDER, readAt));
    fields.add(new TextField(body(segment.language()), segment.text(), Field.Store.NO));
    fields.add(new TextField(heads(segment.language()), SegmentTexts.heads(segment), Field.Store.NO));
    if (vector != null) {
      fields.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    } else if (embedded) {
      fields.add(new StringField(PENDING, "yes", Field.Store.NO));
    }
    return fields;
  }

  static Segment segment(Document fields) {
    String headings = fields.get(HEADINGS);
    return new Segment(fields.get(DOCUMENT), fields.get(TITLE), number(fields, ORDINAL),
        headings.isEmpty() ? List.of() : Arrays.asList(headings.split("\n")), fields.get(TEXT),
        number(fields, BODY_START), number(fields, START), number(fields, FIRST_LINE),
        pages(fields), Arrays.stream(fields.getValues(BLOCK)).map(Fields::block).toList(),
        Language.ofCode(fields.get(LANGUAGE)));
  }

  private static String stored(Block block) {
    return block.kind() + " " + block.level() + " " + block.start() + " " + block.end();
  }

  private static Block block(String stored) {
    String[] parts = stored.split(" ");
    return new Block(Block.Kind.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }

  private static Pages pages(Document fields) {
    return new Pages(number(fields, FIRST_PAGE), Arrays.stream(fields.getFields(PAGE_BREAK))
        .map(field -> field.numericValue().intValue())
        .toList(), Arrays.stream(fields.getValues(ROW)).map(Fields::row).toList());
  }

  private static Pages.Row row(String stored) {
    int space = stored.indexOf(' ');
    return new Pages.Row(Integer.parseInt(stored.substring(0, space)), Integer.parseInt(stored.substring(space + 1)));
  }

  static long readAt(Document fields) {
    return fields.getField(READ_AT).numericValue().longValue();
  }

  private static Document document(String kind, String documentId) {
    var fields = new Document();
    fields.add(new StringField(KIND, kind, Field.Store.NO));
    fields.add(new StringField(DOCUMENT, documentId, Field.Store.YES));
    return fields;
  }

  private static int number(Document fields, String name) {
    return fields.getField(name).numericValue().intValue();
  }
}
