package dev.docent;

import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class KillWhileReloadingIT extends KillWhileReloadingContract {
  private final Path index;

  KillWhileReloadingIT(@TempDir Path knowledge, @TempDir Path data) {
    super(DocentSettings.of(knowledge, data), 5);
    index = DocentFactory.indexFolder(DocentSettings.of(knowledge, data));
  }

  @Override
  protected SegmentIndex open() {
    return LuceneSegmentIndex.open(index, language -> true);
  }

  @Override
  protected void heir() {
    // The system takes a dead process's lock away with it.
  }
}
