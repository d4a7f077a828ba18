package dev.docent;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ReloadWhileAskingIT extends ReloadWhileAskingContract {
  ReloadWhileAskingIT(@TempDir Path knowledge, @TempDir Path data) {
    super(DocentSettings.of(knowledge, data));
  }
}
