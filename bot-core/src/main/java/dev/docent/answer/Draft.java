package dev.docent.answer;

import dev.docent.answer.Answer.Reason;
import dev.docent.corpus.Segment;
import java.util.List;

/** What a reader made of the evidence; nothing of it is verified. */
public sealed interface Draft {

  /** What the reader considered and what the user should know. */
  Notes notes();

  double confidence();

  /** The same draft with other notes. */
  Draft with(Notes notes);

  /** An unverified answer. */
  record Written(List<Claim> claims, double confidence, Notes notes) implements Draft {
    public Written {
      claims = List.copyOf(claims);
    }

    @Override
    public Written with(Notes other) {
      return new Written(claims, confidence, other);
    }
  }

  /**
   * The reader doesn't find an answer in the evidence.
   *
   * @param nearest what comes nearest to one, best first; empty when the reader doesn't know
   */
  record Declined(Reason reason, double confidence, Notes notes, List<Excerpt> nearest) implements Draft {
    public Declined {
      nearest = List.copyOf(nearest);
    }

    public Declined(Reason reason, double confidence, Notes notes) {
      this(reason, confidence, notes, List.of());
    }

    @Override
    public Declined with(Notes other) {
      return new Declined(reason, confidence, other, nearest);
    }
  }

  /** One unverified statement. */
  sealed interface Claim {

    /** Claims to be a piece of the document itself. */
    record Quoted(Excerpt excerpt) implements Claim {}

    /**
     * In a model's own words.
     *
     * @param text Markdown, without markers
     * @param support the quotes it claims to rest on
     */
    record Said(String text, List<Support> support, Form form) implements Claim {
      public Said {
        support = List.copyOf(support);
      }

      /** A sentence that runs on from the one before. */
      public Said(String text, List<Support> support) {
        this(text, support, Form.RUNNING);
      }
    }
  }

  /** How a statement stands in what was written. */
  enum Form {
    /** In the paragraph or item of the statement before it. */
    RUNNING,
    /** It begins a paragraph or an item, or is a table or code. */
    BEGINNING,
    /** It only leads in to what follows and goes with it. */
    LEADING,
    /** It says what the documents don't say, beside what they do, and so cites nothing. */
    ABSENT
  }

  /** Words that are claimed to stand in a segment. */
  record Support(Segment segment, String quote) {}
}
