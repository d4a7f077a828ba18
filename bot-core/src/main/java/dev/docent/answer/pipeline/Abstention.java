package dev.docent.answer.pipeline;

import dev.docent.answer.Notes;
import dev.docent.answer.QuoteChooser;
import dev.docent.answer.Draft;
import dev.docent.answer.Excerpt;
import dev.docent.answer.Answer.SmallTalk;
import dev.docent.answer.Reader;
import dev.docent.answer.Trace;
import dev.docent.answer.Nearest;
import dev.docent.answer.Part;

import dev.docent.answer.Answer.Abstained;
import dev.docent.answer.Answer.Reason;
import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import dev.docent.retrieval.QueryTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Declines in words that help: why, and the nearest that the documents do say. For one question. */
final class Abstention {
  private static final int NEAREST = 3;
  private static final int NAMED = 3;

  private final Query query;
  private final IndexView view;
  private final CitationVerifier verifier;
  private final Reader.Name reader;
  private final long began;

  Abstention(Query query, IndexView view, CitationVerifier verifier, Reader.Name reader, long began) {
    this.query = query;
    this.view = view;
    this.verifier = verifier;
    this.reader = reader;
    this.began = began;
  }

  Abstained because(Reason reason) {
    return by(reader, List.of(), new Draft.Declined(reason, 0, Notes.NONE));
  }

  /** An answer of Docent's own to what is no question about the documents. */
  Abstained of(SmallTalk talk) {
    return new Abstained(Reason.SMALL_TALK, talk.reply("help"), List.of(), reader, 1, new Trace(query, List.of(),
        List.of(), "answered by Docent itself: " + talk.kind().name().toLowerCase(Locale.ROOT), List.of(),
        Answerer.millisSince(began)), List.of(), talk);
  }

  /** Nothing fits: because of the language, if the documents are in others. What is nearest is shown all the same. */
  Abstained withoutEvidence(List<Passage> nearest) {
    return by(reader, nearest, new Draft.Declined(Reason.NO_EVIDENCE, 0, Notes.NONE));
  }

  Abstained by(Reader.Name asked, List<Passage> evidence, Draft.Declined declined) {
    boolean strange = declined.reason() == Reason.NO_EVIDENCE
        && QueryLanguages.strange(query.text(), view.languages());
    Reason reason = strange ? Reason.OTHER_LANGUAGE : declined.reason();
    List<Nearest> nearest = nearest(declined.nearest().isEmpty() ? chosen(evidence) : declined.nearest());
    String decision = "abstained: " + switch (reason) {
      case NO_EVIDENCE -> "nothing in the documents is about it";
      case NOT_SUPPORTED -> "the topic is here, the answer isn't";
      case EMPTY_QUESTION -> "there was nothing to look for";
      case NO_DOCUMENTS -> "there are no documents";
      case OTHER_LANGUAGE -> "the documents are in another language";
      case SMALL_TALK -> "it is no question";
    };
    List<String> absent = absent(reason);
    return new Abstained(reason, words(reason, nearest, absent), nearest, declined.notes().reader(asked),
        declined.confidence(), new Trace(query, evidence, declined.notes().reading(), decision,
            declined.notes().notices(), Answerer.millisSince(began), List.of(), declined.notes().usage()),
        absent, null);
  }

  private List<Excerpt> chosen(List<Passage> evidence) {
    return evidence.stream()
        .limit(NEAREST)
        .map(p -> Excerpt.literal(p.segment(), QuoteChooser.telling(query.text(), p.segment(), view), List.of()))
        .toList();
  }

  private List<Nearest> nearest(List<Excerpt> excerpts) {
    CitationVerifier.Verification verification = verifier.begin(view);
    var nearest = new ArrayList<Nearest>();
    for (Excerpt excerpt : excerpts) {
      List<Part> parts = verification.verify(new Draft.Claim.Quoted(excerpt));
      if (!parts.isEmpty() && nearest.size() < NEAREST) {
        int n = parts.getFirst().markers().getFirst();
        nearest.add(new Nearest(verification.citations().get(n - 1), parts));
      }
    }
    return nearest;
  }

  private String words(Reason reason, List<Nearest> nearest, List<String> absent) {
    return switch (reason) {
      case NO_EVIDENCE -> "The documents don't say; "
          + (absent.isEmpty() ? "nothing in them is about it" : inNone(absent)) + "." + theNearest(nearest);
      // The topic is there: whoever asks can judge best whether what is shown answers.
      case NOT_SUPPORTED -> (absent.isEmpty()
          ? "I'm not sure: the documents speak of this and I found no answer."
          : "The documents don't say; " + inNone(absent) + ".") + theNearest(nearest);
      case SMALL_TALK -> throw new IllegalArgumentException("small talk has words of its own");
      case EMPTY_QUESTION -> "There is no question in that. Ask in words.";
      case NO_DOCUMENTS -> "There are no documents to answer from. Put some into the knowledge"
          + " folder and reload.";
      case OTHER_LANGUAGE -> "The question is in " + QueryLanguages.guess(query.text()).displayName()
          + ", the documents are in " + languages(view.languages()) + ". Ask in a language of the documents.";
    };
  }

  private static String theNearest(List<Nearest> nearest) {
    return nearest.isEmpty() ? "" : " The nearest:";
  }

  /** The words of the question that stand in none of the documents: names and numbers, and without a topic any. */
  private List<String> absent(Reason reason) {
    if (reason != Reason.NO_EVIDENCE && reason != Reason.NOT_SUPPORTED) {
      return List.of();
    }
    Language language = QueryLanguages.of(query.text(), view.languages()).stream().findFirst().orElse(Language.OTHER);
    return QueryTerms.of(query, view, language)
        .own()
        .stream()
        .filter(own -> !own.known() && (reason == Reason.NO_EVIDENCE || own.proper()))
        .map(QueryTerms.Own::word)
        .distinct()
        .limit(NAMED)
        .toList();
  }

  private static String inNone(List<String> words) {
    return words.stream().map(word -> "“" + word + "”").collect(Collectors.joining(" and "))
        + (words.size() == 1 ? " stands" : " stand") + " in none of them";
  }

  private static String languages(Set<Language> languages) {
    return languages.stream().map(Language::displayName).collect(Collectors.joining(" and "));
  }
}
