package dev.docent.answer;

import dev.docent.corpus.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verified text, or the word that the documents don't answer. */
public sealed interface Answer {

  /** The answer as plain text with its markers. */
  String text();

  /** Who read the evidence. */
  Reader.Name reader();

  /** The calibrated probability, from 0 to 1, that the documents answer and this is the answer. */
  double confidence();

  /** How it came about, for {@code why}. */
  Trace trace();

  /** What the user should know beside the answer, a line each, such as a model that couldn't be reached. */
  default List<String> notices() {
    return trace().notices();
  }

  /** An answer whose every part rests on literal quotes. */
  record Grounded(List<Part> parts, List<Citation> citations, Reader.Name reader, double confidence, Trace trace)
      implements
        Answer {
    public Grounded {
      parts = List.copyOf(parts);
      citations = List.copyOf(citations);
      if (parts.isEmpty() || citations.isEmpty()) {
        throw new IllegalArgumentException("an answer without part or citation");
      }
    }

    @Override
    public String text() {
      return Layout.plain(parts);
    }
  }

  /**
   * No answer, for a stated reason, with the nearest that the documents do say.
   *
   * @param absent words of the question that stand in none of the documents, when that is the reason; may be empty
   * @param talk what was said, when it was small talk; null otherwise
   */
  record Abstained(Reason reason, String text, List<Nearest> nearest, Reader.Name reader, double confidence,
      Trace trace, List<String> absent, @Nullable SmallTalk talk)
      implements
        Answer {
    public Abstained {
      nearest = List.copyOf(nearest);
      absent = List.copyOf(absent);
      if (talk == null == (reason == Reason.SMALL_TALK)) {
        throw new IllegalArgumentException(reason + " with " + talk);
      }
    }

    /** Where neither words are absent nor it is small talk. */
    public Abstained(Reason reason, String text, List<Nearest> nearest, Reader.Name reader, double confidence,
        Trace trace) {
      this(reason, text, nearest, reader, confidence, trace, List.of(), null);
    }

    /** The same, said by this reader after this. */
    public Abstained by(Reader.Name other, Trace how) {
      return new Abstained(reason, text, nearest, other, confidence, how, absent, talk);
    }
  }

  /**
   * What somebody said that is no question about the documents.
   *
   * @param language it was said in
   * @param words what Docent answers in it; {@code {help}} stands for how help is had where it was said
   */
  record SmallTalk(Kind kind, Language language, String words) {

    /** What is said. In the order in which they are tried. */
    public enum Kind {
      ABILITIES, IDENTITY, THANKS, FAREWELL, GREETING
    }

    /** What Docent answers. */
    public String reply(String help) {
      return words.replace("{help}", help);
    }
  }

  /** Why there is no answer. */
  enum Reason {
    /** Nothing in the documents is about it. */
    NO_EVIDENCE("no-evidence"),
    /** The topic is there, the answer isn't. */
    NOT_SUPPORTED("not-supported"),
    /** There was nothing to look for. */
    EMPTY_QUESTION("empty-question"),
    /** The folder holds no document. */
    NO_DOCUMENTS("no-documents"),
    /** The question's language is none the documents are in. */
    OTHER_LANGUAGE("other-language"),
    /** It is a greeting, thanks or the like, and no question about the documents. */
    SMALL_TALK("small-talk");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** As the JSON says it. */
    public String code() {
      return code;
    }
  }
}
