package dev.docent.index;

import dev.docent.corpus.Block;
import dev.docent.corpus.Document;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small documents for an index, one segment a paragraph. */
public final class IndexContents {
  public static final IndexManifest MANIFEST = new IndexManifest("model", "1", 1);

  private IndexContents() {}

  public static Document document(String id, Language language, String... paragraphs) {
    String text = String.join("\n\n", paragraphs);
    return new Document(id, id, language, text, List.of(new Block(Block.Kind.PARAGRAPH, 0, 0, text.length())), "s");
  }

  public static List<Segment> segments(Document document) {
    var segments = new ArrayList<Segment>();
    int at = 0;
    for (String paragraph : document.text().split("\n\n")) {
      segments.add(new Segment(document.id(), document.title(), segments.size(), List.of(), paragraph, 0, at,
          1 + 2 * segments.size(), document.language()));
      at += paragraph.length() + 2;
    }
    return segments;
  }

  public static DocumentEntry entry(Document document, long readAt) {
    return new DocumentEntry(document.id(), document.title(), document.language(), document.contentHash(),
        segments(document).size(), Instant.ofEpochMilli(readAt), "");
  }

  /** Puts documents of a language, one text each, named {@code 0.md}, {@code 1.md} and so on, in one commit. */
  public static void put(SegmentIndex index, Language language, String... texts) {
    try (IndexChange change = index.change()) {
      for (int i = 0; i < texts.length; i++) {
        Document document = document(i + ".md", language, texts[i]);
        change.put(entry(document, i), document, segments(document));
      }
      change.commit(MANIFEST);
    }
  }

  /** The bodies that match a text's terms, best first. */
  public static List<String> matching(IndexView view, String text, Language language) {
    List<WeightedTerm> terms = view.terms(text, language)
        .stream()
        .map(Term::text)
        .distinct()
        .map(term -> new WeightedTerm(term, 1))
        .toList();
    return view.matchingTerms(terms, language, 10).stream().map(scored -> scored.segment().body()).toList();
  }
}
