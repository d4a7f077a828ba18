package dev.docent.telegram.rehearsal.rules;

/**
 * One way in which a request breaks the rules.
 *
 * @param what for the list of violations
 * @param answer what Telegram answers, without "Bad Request: "; empty when it lets the request pass
 */
public record Breach(String what, String answer) {
  public boolean refused() {
    return !answer.isEmpty();
  }
}
