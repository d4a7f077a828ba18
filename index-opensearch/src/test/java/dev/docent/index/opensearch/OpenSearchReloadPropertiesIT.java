package dev.docent.index.opensearch;

import dev.docent.index.SegmentIndex;
import dev.docent.reload.ReloadPropertiesContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class OpenSearchReloadPropertiesIT extends ReloadPropertiesContract {
  private static final int VIEW_SECONDS = 1;

  private final Map<String, String> settings = new HashMap<>(Nodes.one().settings(0));

  OpenSearchReloadPropertiesIT(@TempDir Path parent) throws IOException {
    super(parent, 5);
    settings.put("view", Integer.toString(VIEW_SECONDS));
  }

  @Override
  protected SegmentIndex open(String name) {
    var own = new HashMap<>(settings);
    own.merge("index", "_" + name, String::concat);
    return new OpenSearchProvider().open(own, language -> true);
  }

  /** Until the server has merged its files. */
  @Override
  protected boolean deadWeigh() {
    return true;
  }
}
