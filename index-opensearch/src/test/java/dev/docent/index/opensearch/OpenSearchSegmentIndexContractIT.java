package dev.docent.index.opensearch;

import dev.docent.corpus.Language;
import dev.docent.index.SegmentIndexContract;

class OpenSearchSegmentIndexContractIT extends SegmentIndexContract {
  OpenSearchSegmentIndexContractIT() {
    super(new OpenSearchProvider().open(Nodes.one().settings(0), language -> language == Language.ENGLISH));
  }
}
