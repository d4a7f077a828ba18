package dev.docent.postgresql;

import dev.docent.telegram.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The store that needs nothing. */
class FileStoreTest extends StoreContract {
  private final Path folder;

  FileStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  Store open() {
    return Store.open(folder.resolve("bot.mv"));
  }
}
