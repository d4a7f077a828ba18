package archfixture.client;

import archfixture.core.index.SegmentIndex;
import archfixture.core.langchain4j.Adapter;
import org.apache.lucene.search.Query;

/** Reaches past the port, three times. */
public interface Client {
  Adapter adapter();

  SegmentIndex port();

  Query library();
}
