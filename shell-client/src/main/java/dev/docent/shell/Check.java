package dev.docent.shell;

/**
 * One thing the doctor looked at.
 *
 * @param found what there is
 * @param remedy what to do; empty when nothing needs doing
 */
record Check(State state, String name, String found, String remedy) {

  /** How it is with it. */
  enum State {
    OK("ok"), HINT("hint"), BROKEN("broken");

    private final String code;

    State(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  static Check ok(String name, String found) {
    return new Check(State.OK, name, found, "");
  }

  static Check hint(String name, String found, String remedy) {
    return new Check(State.HINT, name, found, remedy);
  }

  static Check broken(String name, String found, String remedy) {
    return new Check(State.BROKEN, name, found, remedy);
  }

  /** As one line or two. */
  String text() {
    return "%-7s%-12s%s".formatted(state.code(), name, Printable.line(found))
        + (remedy.isEmpty() ? "" : "\n" + " ".repeat(19) + "-> " + Printable.line(remedy));
  }
}
