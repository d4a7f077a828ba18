package dev.docent.shell.outcome;

/** How a run ends, as the operating system sees it. */
public enum ExitCode {
  DONE(0), FAILED(1), USAGE(2), ABSTAINED(3), INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Of several lines' codes the one that says most: an interruption or a failure, else an abstention. */
  public ExitCode and(ExitCode other) {
    return weight() >= other.weight() ? this : other;
  }

  private int weight() {
    return switch (this) {
      case DONE -> 0;
      case ABSTAINED -> 1;
      case USAGE -> 2;
      case FAILED -> 3;
      case INTERRUPTED -> 4;
    };
  }
}
