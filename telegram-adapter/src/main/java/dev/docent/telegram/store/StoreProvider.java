package dev.docent.telegram.store;

import java.util.Optional;
import java.util.function.Function;

/** Opens stores of one kind. Found as a Java service, in an extension that is loaded when its name is set. */
public interface StoreProvider {

  /** What {@code docent.store} names it by. */
  String name();

  /**
   * Opens the store of a bot, or makes it.
   *
   * @param bot Telegram's number of the bot
   * @param settings the value of a setting by its full name, empty when it isn't set
   * @throws dev.docent.boot.InvalidSettingException when a setting can't be used, so that starting again won't help
   * @throws StoreException when it can't be reached or used at present
   */
  Store open(long bot, Function<String, Optional<String>> settings);
}
