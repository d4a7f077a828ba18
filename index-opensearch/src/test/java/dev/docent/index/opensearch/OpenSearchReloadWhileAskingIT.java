package dev.docent.index.opensearch;

import dev.docent.DocentSettings;
import dev.docent.IndexChoice;
import dev.docent.ReloadWhileAskingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OpenSearchReloadWhileAskingIT extends ReloadWhileAskingContract {
  OpenSearchReloadWhileAskingIT(@TempDir Path knowledge, @TempDir Path data) {
    super(DocentSettings.of(knowledge, data).withIndex(new IndexChoice("opensearch", Nodes.one().settings(0))));
  }
}
