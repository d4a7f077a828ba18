package dev.docent.index.opensearch;

import dev.docent.DocentSettings;
import dev.docent.IndexChoice;
import dev.docent.KillWhileReloadingContract;
import dev.docent.index.SegmentIndex;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.io.TempDir;

class OpenSearchKillWhileReloadingIT extends KillWhileReloadingContract {
  private static final int LEASE_SECONDS = 2;

  OpenSearchKillWhileReloadingIT(@TempDir Path knowledge, @TempDir Path data) {
    super(settings(knowledge, data), 2);
  }

  private static DocentSettings settings(Path knowledge, Path data) {
    var index = new HashMap<>(Nodes.one().settings(0));
    index.put("lease", Integer.toString(LEASE_SECONDS));
    return DocentSettings.of(knowledge, data).withIndex(new IndexChoice("opensearch", index));
  }

  @Override
  protected SegmentIndex open() {
    return new OpenSearchProvider().open(settings.index().settings(), language -> true);
  }

  @Override
  protected void heir() throws InterruptedException {
    Thread.sleep(LEASE_SECONDS * 1_000 + 100);
  }
}
