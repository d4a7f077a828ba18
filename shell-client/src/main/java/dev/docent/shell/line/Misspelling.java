package dev.docent.shell.line;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A word that isn't a name but may have been meant as one. */
record Misspelling(String word) {
  private static final int LONG = 6;
  private static final int SHORT = 3;

  /** The nearest of some names, if it is near enough to have been meant. */
  Optional<String> of(Collection<String> names) {
    return names.stream().filter(this::near).min(Comparator.comparingInt(this::slips));
  }

  private boolean near(String name) {
    // A short name has too many neighbours that are words themselves: who and way beside why, news and now beside new.
    return name.length() <= SHORT
        ? Arrays.equals(letters(word), letters(name))
        : slips(name) <= (word.length() < LONG ? 1 : 2);
  }

  private static int[] letters(String text) {
    return text.toLowerCase(Locale.ROOT).chars().sorted().toArray();
  }

  /** How many letters were left out, added, mistaken or swapped with their neighbour. */
  private int slips(String name) {
    String typed = word.toLowerCase(Locale.ROOT);
    var slips = new int[typed.length() + 1][name.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= name.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int mistaken = slips[i - 1][j - 1] + (typed.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
        slips[i][j] = Math.min(mistaken, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        if (i > 1 && j > 1 && typed.charAt(i - 1) == name.charAt(j - 2) && typed.charAt(i - 2) == name.charAt(j - 1)) {
          slips[i][j] = Math.min(slips[i][j], 1 + slips[i - 2][j - 2]);
        }
      }
    }
    return slips[typed.length()][name.length()];
  }
}
