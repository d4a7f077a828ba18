package dev.docent.telegram.polling;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How updates come. */
public sealed interface Reception {

  /**
   * The bot asks for them.
   *
   * @param takesOver whether a webhook that somebody has set is removed for it
   */
  record Polling(boolean takesOver) implements Reception {}

  /**
   * Telegram brings them.
   *
   * @param url where Telegram finds the bot, by https
   * @param address the address of this machine that is listened on
   * @param port the port that is listened on; below 0 for any that is free
   * @param secret what Telegram shows with each update; null for one that is made and kept
   * @param connections how many updates Telegram may bring at once, from 1 to 100
   * @param takesOver whether it takes the place of another webhook that somebody has set
   */
  record Webhook(URI url, String address, int port, @Nullable String secret, int connections, boolean takesOver)
      implements
        Reception {
    public Webhook {
      if (url.getHost() == null || connections < 1 || connections > 100 || port > 65_535) {
        throw new IllegalArgumentException("a webhook has an address with a host, 1 to 100 connections, and a port");
      }
      if (secret != null && !secret.matches("[A-Za-z0-9_-]{1,256}")) {
        throw new IllegalArgumentException("a webhook's secret is 1 to 256 of A-Z a-z 0-9 _ -");
      }
    }

    /** The same with a secret that all replicas show Telegram. */
    public Webhook showing(String shared) {
      return new Webhook(url, address, port, shared, connections, takesOver);
    }

    @Override
    public String toString() {
      return "Webhook[" + url.getScheme() + "://" + url.getHost() + ", port=" + port + "]";
    }
  }
}
