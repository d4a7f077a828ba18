package dev.docent.telegram;

import dev.docent.telegram.access.Openness;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.polling.Reception;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/**
 * Everything about the bot that can be set.
 *
 * @param token what @BotFather gave
 * @param baseUrl where the Bot API is, Telegram's own or a server of one's own
 * @param access whom the bot talks to
 * @param admins ids of people who administer, beside who is paired
 * @param users ids of people who may ask
 * @param groups ids of groups in which may be asked
 * @param perMinute questions of one person in a minute
 * @param perDay questions of one person in a day
 * @param remotePerDay questions to a remote model in a day, of all people together
 * @param atOnce answers that are made at the same time
 * @param maxUpload bytes of a file that may be added
 * @param healthPort where health and metrics are served on the loopback address; 0 for nowhere
 * @param data the folder for what the bot keeps
 * @param reception how updates come
 * @param sendFiles whether who may ask may have the files of cited documents
 */
public record TelegramSettings(BotToken token, URI baseUrl, Openness access, Set<Long> admins, Set<Long> users,
    Set<Long> groups, int perMinute, int perDay, int remotePerDay, int atOnce, long maxUpload, int healthPort,
    Path data, Reception reception, boolean sendFiles) {

  public static final URI TELEGRAM = URI.create("https://api.telegram.org");
  /** What Telegram's own server lets a bot download. */
  public static final long TELEGRAM_DOWNLOAD = 20L << 20;

  public TelegramSettings {
    admins = Set.copyOf(admins);
    users = Set.copyOf(users);
    groups = Set.copyOf(groups);
    positive("questions-per-minute", perMinute);
    positive("questions-per-day", perDay);
    positive("questions-at-once", atOnce);
    positive("max-upload", maxUpload);
    if (remotePerDay < 0) {
      throw new IllegalArgumentException("docent.telegram.model-questions-per-day must not be negative");
    }
    if (healthPort < 0 || healthPort > 65_535) {
      throw new IllegalArgumentException("docent.telegram.health-port must be a port, or 0 for none");
    }
    if (baseUrl.getHost() == null) {
      throw new IllegalArgumentException("docent.telegram.base-url names no host");
    }
  }

  /** As above; a bot that polls, and leaves alone a webhook that is set. */
  public TelegramSettings(BotToken token, URI baseUrl, Openness access, Set<Long> admins, Set<Long> users,
      Set<Long> groups, int perMinute, int perDay, int remotePerDay, int atOnce, long maxUpload, int healthPort,
      Path data) {
    this(token, baseUrl, access, admins, users, groups, perMinute, perDay, remotePerDay, atOnce, maxUpload, healthPort,
        data, new Reception.Polling(false), false);
  }

  private static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException("docent.telegram." + name + " must be at least 1, not " + value);
    }
  }

  /** The defaults for a token, keeping what must be kept in the folder. */
  public static TelegramSettings of(BotToken token, Path data) {
    return new TelegramSettings(token, TELEGRAM, Openness.PAIRED, Set.of(), Set.of(), Set.of(), 10, 100, 500, 8,
        TELEGRAM_DOWNLOAD, 0, data);
  }

  public TelegramSettings at(URI other) {
    return new TelegramSettings(token, other, access, admins, users, groups, perMinute, perDay, remotePerDay, atOnce,
        maxUpload, healthPort, data, reception, sendFiles);
  }

  public TelegramSettings open(Openness openness, Set<Long> administrators) {
    return new TelegramSettings(token, baseUrl, openness, administrators, users, groups, perMinute, perDay,
        remotePerDay, atOnce, maxUpload, healthPort, data, reception, sendFiles);
  }

  public TelegramSettings limited(int minute, int day, int remote, int together) {
    return new TelegramSettings(token, baseUrl, access, admins, users, groups, minute, day, remote, together,
        maxUpload, healthPort, data, reception, sendFiles);
  }

  public TelegramSettings receiving(Reception other) {
    return new TelegramSettings(token, baseUrl, access, admins, users, groups, perMinute, perDay, remotePerDay, atOnce,
        maxUpload, healthPort, data, other, sendFiles);
  }

  public TelegramSettings sendingFiles() {
    return new TelegramSettings(token, baseUrl, access, admins, users, groups, perMinute, perDay, remotePerDay, atOnce,
        maxUpload, healthPort, data, reception, true);
  }
}
