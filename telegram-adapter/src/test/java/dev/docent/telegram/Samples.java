package dev.docent.telegram;

import dev.docent.answer.Answer;
import dev.docent.answer.Answer.Reason;
import dev.docent.answer.Citation;
import dev.docent.answer.Nearest;
import dev.docent.answer.Part;
import dev.docent.answer.Answer.SmallTalk;
import dev.docent.answer.Reader;
import dev.docent.answer.Trace;
import dev.docent.corpus.Language;
import dev.docent.corpus.Locator;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.util.List;

/** Answers and passages as the core would give them. */
final class Samples {
  static final String QUOTE = "William Bullitt became the first US ambassador";

  private Samples() {}

  static Answer grounded(String question) {
    return new Answer.Grounded(
        List.of(new Part(Part.Kind.PROSE, QUOTE, List.of(new TextRange(0, "William Bullitt".length())), List.of(1))),
        List.of(citation(QUOTE)), Reader.Name.quoting("offline"), 0.93333, trace(Query.of(question)));
  }

  /** An answer in words of its own. */
  static Answer written(String question) {
    return new Answer.Grounded(List.of(Part.written("It was William Bullitt.", List.of(1))),
        List.of(citation(QUOTE)), Reader.Name.writing("openai:gpt"), 0.8, trace(Query.of(question)));
  }

  /** An answer in words of its own, resting on a quote. */
  static Answer resting(String question, String quote) {
    return new Answer.Grounded(List.of(Part.written("It was William Bullitt.", List.of(1))),
        List.of(citation(quote)), Reader.Name.writing("openai:gpt"), 0.8, trace(Query.of(question)));
  }

  /** An answer to a question that was understood as another. */
  static Answer understood(String question, String as) {
    return new Answer.Grounded(List.of(Part.written("It was William Bullitt.", List.of(1))),
        List.of(citation(QUOTE)), Reader.Name.writing("openai:gpt"), 0.8, trace(new Query(question, as, List.of())));
  }

  /** No answer, since these words stand nowhere. */
  static Answer absent(String... words) {
    return new Answer.Abstained(Reason.NO_EVIDENCE, "The documents don't say.", List.of(),
        Reader.Name.quoting("offline"), 1,
        trace(Query.of("?")), List.of(words), null);
  }

  static Answer talk(SmallTalk.Kind kind, String words) {
    var talk = new SmallTalk(kind, Language.ENGLISH, words);
    return new Answer.Abstained(Reason.SMALL_TALK, talk.reply("help"), List.of(), Reader.Name.quoting("offline"), 1,
        trace(Query.of("?")),
        List.of(), talk);
  }

  /** An answer in the document's words. */
  static Answer quoting(String question, String quote) {
    return new Answer.Grounded(List.of(new Part(Part.Kind.PROSE, quote, List.of(), List.of(1))),
        List.of(citation(quote)), Reader.Name.quoting("offline"),
        0.9, trace(Query.of(question)));
  }

  /** An answer in a model's words. */
  static Answer saying(String question, String text) {
    return new Answer.Grounded(List.of(Part.written(text, List.of(1))), List.of(citation(QUOTE)),
        Reader.Name.writing("openai:gpt"), 0.8, trace(Query.of(question)));
  }

  static Answer abstained(String question) {
    return new Answer.Abstained(Reason.NOT_SUPPORTED, "The documents don't say.", List.of(nearest()),
        Reader.Name.quoting("offline"),
        0.04, trace(Query.of(question)));
  }

  static Nearest nearest() {
    return new Nearest(citation(QUOTE), List.of(new Part(Part.Kind.PROSE, QUOTE, List.of(), List.of(1))));
  }

  static Citation citation(String quote) {
    return new Citation(1, "reports/1933.md", "Recognition", quote,
        new Locator.Lines(14, 15, List.of("Recognition", "How it came about")));
  }

  static Trace trace(Query query) {
    return new Trace(query, List.of(passage()), List.of("best span 0.93"), "grounded: 0.93 is above 0.31", List.of(),
        41);
  }

  static Passage passage() {
    var segment = new Segment("reports/1933.md", "Recognition", 0, List.of("Recognition"),
        "# Recognition\n\nWilliam Bullitt became\nthe first US ambassador.", 15, 0, 1, Language.ENGLISH);
    return new Passage(segment, 1, 0.031, new RetrieverRank(1, 8.4), RetrieverRank.NONE);
  }
}
