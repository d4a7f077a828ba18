package dev.docent.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A draft's notes taken apart: who read in the end, what it considered, and what the user should know.
 *
 * @param reader the reader whose draft it is
 */
record ReaderNotes(String reader, List<String> reading, List<String> notices) {
  ReaderNotes {
    reading = List.copyOf(reading);
    notices = List.copyOf(notices);
  }

  static ReaderNotes of(List<String> notes, String reader) {
    var reading = new ArrayList<String>();
    var notices = new ArrayList<String>();
    String by = reader;
    for (String note : notes) {
      if (note.startsWith(FallbackReader.NOTICE)) {
        notices.add(note.substring(FallbackReader.NOTICE.length()));
      } else if (note.startsWith(FallbackReader.READ_BY)) {
        by = note.substring(FallbackReader.READ_BY.length());
      } else {
        reading.add(note);
      }
    }
    return new ReaderNotes(by, reading, notices);
  }
}
