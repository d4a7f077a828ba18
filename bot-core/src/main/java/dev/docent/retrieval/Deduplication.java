package dev.docent.retrieval;

import dev.docent.corpus.NormalForm;
import dev.docent.corpus.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The same text under several names is one passage: a file that was copied mustn't take the place of other evidence. */
final class Deduplication {
  private Deduplication() {}

  /** The passages whose text is no better passage's, ranked anew. */
  static List<Passage> distinct(List<Passage> passages) {
    var texts = new HashSet<String>();
    var distinct = new ArrayList<Passage>();
    for (Passage passage : passages) {
      if (texts.add(key(passage.segment()))) {
        distinct.add(passage.withRank(distinct.size() + 1, passage.score()));
      }
    }
    return distinct;
  }

  /** What makes two segments copies of each other. */
  static String key(Segment segment) {
    return NormalForm.text(segment.text()).strip();
  }
}
