package dev.docent.answer;

/**
 * What a model read and wrote for an answer, in tokens as its provider counts them.
 *
 * @param input what it was given
 * @param output what it wrote, thoughts included where the provider counts them
 */
public record Usage(long input, long output) {
  /** Nothing, or it isn't known. */
  public static final Usage NONE = new Usage(0, 0);

  public Usage {
    if (input < 0 || output < 0) {
      throw new IllegalArgumentException(input + " and " + output + " tokens");
    }
  }

  public boolean known() {
    return input > 0 || output > 0;
  }

  public Usage plus(Usage other) {
    return new Usage(input + other.input, output + other.output);
  }
}
