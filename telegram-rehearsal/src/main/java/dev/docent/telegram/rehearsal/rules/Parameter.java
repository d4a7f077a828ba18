package dev.docent.telegram.rehearsal.rules;

/**
 * What a method or an object takes under one name.
 *
 * @param type the word of the table, without its brackets
 * @param lists how many lists stand around it
 * @param min smallest number or length
 * @param max largest number or length
 * @param nonZero whether 0 is no value
 */
record Parameter(String name, String type, int lists, long min, long max, boolean required, boolean nonZero) {

  static Parameter parse(String line) {
    String[] words = line.strip().split(" +");
    if (words.length < 2) {
      throw new IllegalArgumentException("a parameter has a name and a type: " + line);
    }
    String type = words[1];
    int lists = 0;
    while (type.endsWith("[]")) {
      type = type.substring(0, type.length() - 2);
      lists++;
    }
    long min = Long.MIN_VALUE;
    long max = Long.MAX_VALUE;
    boolean required = false;
    boolean nonZero = false;
    for (int i = 2; i < words.length; i++) {
      String[] range = words[i].split("\\.\\.");
      if (range.length == 2) {
        min = Long.parseLong(range[0]);
        max = Long.parseLong(range[1]);
      } else if (words[i].equals("required")) {
        required = true;
      } else if (words[i].equals("nonzero")) {
        nonZero = true;
      } else {
        throw new IllegalArgumentException("no such property: " + words[i]);
      }
    }
    return new Parameter(words[0], type, lists, min, max, required, nonZero);
  }

  /** Whether it is an object or a list, which a form carries as JSON in a string. */
  boolean isNested() {
    return lists > 0 || isObject();
  }

  boolean isObject() {
    return Character.isUpperCase(type.charAt(0));
  }

  Parameter element() {
    return new Parameter(name, type, lists - 1, min, max, required, nonZero);
  }
}
