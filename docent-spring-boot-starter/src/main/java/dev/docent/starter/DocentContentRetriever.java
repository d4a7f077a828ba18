package dev.docent.starter;

import dev.docent.Docent;
import dev.docent.corpus.Segment;
import dev.docent.retrieval.Passage;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Map;

/**
 * Docent's search for LangChain4j, such as for {@code AiServices}: the best passages, best first, with {@code document},
 * {@code title}, {@code headings} (joined by " › ") and {@code line} (from 1) as metadata.
 */
public final class DocentContentRetriever implements ContentRetriever {
  /** So many passages when nothing is said. */
  public static final int PASSAGES = 5;

  private final Docent docent;
  private final int passages;

  public DocentContentRetriever(Docent docent) {
    this(docent, PASSAGES);
  }

  /** @param passages the most that a query is given, at least 1 */
  public DocentContentRetriever(Docent docent, int passages) {
    if (passages < 1) {
      throw new IllegalArgumentException("a retriever of " + passages + " passages");
    }
    this.docent = docent;
    this.passages = passages;
  }

  @Override
  public List<Content> retrieve(Query query) {
    return docent.search(query.text(), passages).stream().map(DocentContentRetriever::content).toList();
  }

  private static Content content(Passage passage) {
    Segment segment = passage.segment();
    var metadata = new Metadata().put("document", segment.documentId())
        .put("title", segment.title())
        .put("headings", String.join(" › ", segment.headings()))
        .put("line", segment.firstLine());
    return Content.from(TextSegment.from(segment.text(), metadata), Map.of(ContentMetadata.SCORE, passage.score()));
  }
}
