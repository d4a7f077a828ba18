package dev.docent.telegram.rehearsal;

/**
 * One way in which a request breaks the rules.
 *
 * @param what for the list of violations
 * @param answer what Telegram answers, without "Bad Request: "; empty when it lets the request pass
 */
record Breach(String what, String answer) {
  boolean refused() {
    return !answer.isEmpty();
  }
}
