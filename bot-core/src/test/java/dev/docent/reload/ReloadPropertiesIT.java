package dev.docent.reload;

import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ReloadPropertiesIT extends ReloadPropertiesContract {
  private final Path parent;

  ReloadPropertiesIT(@TempDir Path parent) throws IOException {
    super(parent, 60);
    this.parent = parent;
  }

  @Override
  protected SegmentIndex open(String name) {
    return LuceneSegmentIndex.open(parent.resolve(name), language -> true);
  }

  @Override
  protected boolean deadWeigh() {
    return false;
  }
}
