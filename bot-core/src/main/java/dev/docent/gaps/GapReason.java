package dev.docent.gaps;

import java.util.Arrays;

/** Why a question is a gap. */
public sealed interface GapReason {

  /** As files and JSON say it. */
  String code();

  /** The reason of a code, whichever version wrote it. */
  static GapReason of(String code) {
    return Arrays.stream(Known.values())
        .filter(known -> known.code.equals(code))
        .map(GapReason.class::cast)
        .findFirst()
        .orElseGet(() -> new Other(code));
  }

  /** One that this version knows. */
  enum Known implements GapReason {
    /** Nothing in the documents is about it. */
    NO_EVIDENCE("no-evidence"),
    /** The topic is there, the answer isn't. */
    NOT_SUPPORTED("not-supported"),
    /** It was asked in a language that the documents aren't in. */
    OTHER_LANGUAGE("other-language"),
    /** It was answered, and the user said that this is no answer. */
    REJECTED("rejected");

    private final String code;

    Known(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** One that another version has kept; it stands for itself. */
  record Other(String code) implements GapReason {}
}
