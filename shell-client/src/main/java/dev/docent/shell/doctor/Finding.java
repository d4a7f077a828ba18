package dev.docent.shell.doctor;

import dev.docent.shell.text.Printable;

/**
 * One thing the doctor looked at.
 *
 * @param found what there is
 * @param remedy what to do; empty when nothing needs doing
 */
public record Finding(State state, String name, String found, String remedy) {

  /** How it is with it. */
  public enum State {
    OK("ok"), HINT("hint"), BROKEN("broken");

    private final String code;

    State(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  static Finding ok(String name, String found) {
    return new Finding(State.OK, name, found, "");
  }

  static Finding hint(String name, String found, String remedy) {
    return new Finding(State.HINT, name, found, remedy);
  }

  public static Finding broken(String name, String found, String remedy) {
    return new Finding(State.BROKEN, name, found, remedy);
  }

  /** As one line or two. */
  public String text() {
    return "%-7s%-12s%s".formatted(state.code(), name, Printable.line(found))
        + (remedy.isEmpty() ? "" : "\n" + " ".repeat(19) + "-> " + Printable.line(remedy));
  }
}
