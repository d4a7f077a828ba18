package dev.docent.answer;

import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Writes a draft from evidence. Safe for use by several threads. */
public interface Reader {

  /**
   * How a reader is called in answers.
   *
   * @param text {@code extractive}, or {@code PROVIDER:MODEL}
   * @param languageModel whether a language model reads, which takes its time and may write what isn't so
   */
  record Name(String text, boolean languageModel) {
    public Name {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a reader without a name");
      }
    }

    /** A reader that quotes, and needs no language model. */
    public static Name quoting(String text) {
      return new Name(text, false);
    }

    /** A language model that writes. */
    public static Name writing(String text) {
      return new Name(text, true);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** How it is called in answers. */
  Name name();

  /**
   * Reads the evidence and drafts an answer.
   *
   * @param claims hears each claim as soon as it is complete, in order; the draft holds them all again
   * @throws ReaderException when the reader can't do its work now; what it has claimed until then doesn't count
   * @throws InterruptedException when the asking was cancelled
   */
  Draft read(Query query, Evidence evidence, ClaimListener claims) throws InterruptedException;

  /** How many passages it reads with care. */
  default int passages() {
    return 5;
  }

  /**
   * What it is to be shown of what was found.
   *
   * @param ranking gives the best passages for the question, at most so many, best first
   */
  default List<Passage> evidence(IntFunction<List<Passage>> ranking) {
    return ranking.apply(passages());
  }

  /** Who reads when nothing of what this one writes can be shown; empty when nobody else can. */
  default Optional<Reader> otherwise() {
    return Optional.empty();
  }
}
