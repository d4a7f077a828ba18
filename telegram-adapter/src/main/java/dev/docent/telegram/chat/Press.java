package dev.docent.telegram.chat;

import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.text.Words;

/**
 * A press on a button that is still there.
 *
 * @param words in the language of who pressed
 * @param what the button does
 * @param of to what it does it; may be empty
 */
record Press(Incoming.Pressed in, Place place, Words words, String what, String of) {

  static Press of(Incoming.Pressed in, Place place, Words words) {
    int colon = in.data().indexOf(':');
    return colon < 0
        ? new Press(in, place, words, in.data(), "")
        : new Press(in, place, words, in.data().substring(0, colon), in.data().substring(colon + 1));
  }

  long person() {
    return in.person().id();
  }

  /** The question it belongs to, whatever else it says; 0 for none. */
  int question() {
    String number = of.replaceFirst("\\..*", "");
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
  }

  /** The number of what it does it to; 0 when that has none. */
  long number() {
    return of.matches("-?\\d{1,18}") ? Long.parseLong(of) : 0;
  }
}
