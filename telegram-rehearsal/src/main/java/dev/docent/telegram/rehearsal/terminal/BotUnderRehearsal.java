package dev.docent.telegram.rehearsal.terminal;

import dev.docent.telegram.rehearsal.FakeTelegram;

/** Starts the bot that is to be tried: against the server's base URL, with its token, on state that may be forgotten. */
@FunctionalInterface
public interface BotUnderRehearsal {
  /** Returns when the bot runs; what is returned ends it. */
  AutoCloseable start(FakeTelegram telegram) throws Exception;
}
