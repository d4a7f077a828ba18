package dev.docent.telegram;

import dev.docent.Extensions;
import dev.docent.boot.InvalidSettingException;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoreProvider;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Which store the settings name. */
final class Stores {
  private static final String SETTING = "docent.store";
  private static final String FILE = "file";

  private Stores() {}

  /**
   * @throws InvalidSettingException when there is no such store
   * @throws dev.docent.telegram.store.StoreException when it can't be used
   */
  static Store open(Environment environment, TelegramSettings settings) {
    Binder binder = Binder.get(environment);
    String name = binder.bind(SETTING, String.class).orElse("").strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals(FILE)) {
      return TelegramBot.store(settings);
    }
    if (!name.matches("[a-z0-9-]+")) {
      throw new InvalidSettingException(SETTING, "'" + name + "' is neither file nor postgresql");
    }
    StoreProvider provider = Extensions.find(StoreProvider.class, name, store -> store.name().equals(name))
        .orElseThrow(() -> new InvalidSettingException(SETTING, "there is no store '" + name
            + "' here; file is always there. Another takes its jars: "
            + Optional.ofNullable(Extensions.place(name))
                .map(folder -> "they belong in " + folder)
                .orElse("put store-" + name + " on the class path")));
    return provider.open(settings.token().botId(),
        setting -> Optional.ofNullable(binder.bind(setting, String.class).orElse(null)));
  }

  /** Whether all replicas search one index, so that only one of them is to read the folder. */
  static boolean oneIndex(Environment environment) {
    String index = Binder.get(environment).bind("docent.index", String.class).orElse("").strip();
    return !index.isEmpty() && !index.equalsIgnoreCase("embedded");
  }
}
