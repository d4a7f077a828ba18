package dev.docent.answer;

import dev.docent.answer.Answer.Reason;
import dev.docent.corpus.Segment;
import java.util.List;

/** What a reader made of the evidence; nothing of it is verified. */
public sealed interface Draft {

  /** What the reader considered, a line each, for {@code why}. */
  List<String> notes();

  double confidence();

  /** An unverified answer. */
  record Written(List<Claim> claims, double confidence, List<String> notes) implements Draft {
    public Written {
      claims = List.copyOf(claims);
      notes = List.copyOf(notes);
    }
  }

  /**
   * The reader doesn't find an answer in the evidence.
   *
   * @param nearest the words that come nearest to one, best first; empty when the reader doesn't know
   */
  record Declined(Reason reason, double confidence, List<String> notes, List<Support> nearest) implements Draft {
    public Declined {
      notes = List.copyOf(notes);
      nearest = List.copyOf(nearest);
    }

    public Declined(Reason reason, double confidence, List<String> notes) {
      this(reason, confidence, notes, List.of());
    }
  }

  /**
   * One unverified statement.
   *
   * @param quoted whether the text claims to be the document's own words
   * @param marked the part that carries the answer itself, or empty
   * @param support the quotes it claims to rest on
   */
  record Claim(String text, boolean quoted, String marked, List<Support> support) {
    public Claim {
      support = List.copyOf(support);
    }
  }

  /** Words that are claimed to stand in a segment. */
  record Support(Segment segment, String quote) {}
}
