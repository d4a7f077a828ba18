package dev.docent.index.opensearch;

import dev.docent.corpus.Language;
import dev.docent.index.SegmentIndex;
import dev.docent.index.SegmentIndexProvider;
import java.util.Map;
import java.util.function.Predicate;

/** What {@code docent.index=opensearch} finds. */
public final class OpenSearchProvider implements SegmentIndexProvider {

  @Override
  public String name() {
    return "opensearch";
  }

  @Override
  public int format() {
    return OpenSearchSegmentIndex.FORMAT;
  }

  @Override
  public SegmentIndex open(Map<String, String> settings, Predicate<Language> embedded) {
    return OpenSearchSegmentIndex.open(OpenSearchSettings.of(settings), embedded);
  }
}
