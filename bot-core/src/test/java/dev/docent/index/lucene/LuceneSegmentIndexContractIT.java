package dev.docent.index.lucene;

import dev.docent.corpus.Language;
import dev.docent.index.SegmentIndexContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LuceneSegmentIndexContractIT extends SegmentIndexContract {
  LuceneSegmentIndexContractIT(@TempDir Path folder) {
    super(LuceneSegmentIndex.open(folder, language -> language == Language.ENGLISH));
  }
}
