package dev.docent.telegram.incoming;

/**
 * Who the bot is in Telegram.
 *
 * @param username without the @; empty until it is known
 * @param readsAll whether it is told everything that is said in its groups
 */
public record BotIdentity(long id, String username, boolean readsAll) {}
