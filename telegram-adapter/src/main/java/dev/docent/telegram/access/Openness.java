package dev.docent.telegram.access;

/** Whom the bot talks to. */
public enum Openness {
  /** Whom an administrator admitted; the first administrator is who sends the code that is printed at start. */
  PAIRED,
  /** Only those the settings name. */
  LISTED,
  /** Everybody. */
  OPEN
}
