package dev.docent.answer;

import dev.docent.answer.Answer.Abstained;
import dev.docent.answer.Answer.Reason;
import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import dev.docent.retrieval.QueryTerms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Declines in words that help: why, and the nearest that the documents do say. For one question. */
final class Abstention {
  private static final int NEAREST = 2;
  private static final int NAMED = 3;

  private final Query query;
  private final IndexView view;
  private final CitationVerifier verifier;
  private final String reader;
  private final long began;

  Abstention(Query query, IndexView view, CitationVerifier verifier, String reader, long began) {
    this.query = query;
    this.view = view;
    this.verifier = verifier;
    this.reader = reader;
    this.began = began;
  }

  Abstained because(Reason reason) {
    return by(new ReaderNotes(reader, List.of(), List.of()), List.of(), new Draft.Declined(reason, 0, List.of()));
  }

  /** Nothing fits: because of the language, if the documents are in others. What is nearest is shown all the same. */
  Abstained withoutEvidence(List<Passage> nearest) {
    return by(new ReaderNotes(reader, List.of(), List.of()), nearest,
        new Draft.Declined(Reason.NO_EVIDENCE, 0, List.of()));
  }

  Abstained by(ReaderNotes notes, List<Passage> evidence, Draft.Declined declined) {
    boolean strange = declined.reason() == Reason.NO_EVIDENCE
        && QueryLanguages.strange(query.text(), view.languages());
    Reason reason = strange ? Reason.OTHER_LANGUAGE : declined.reason();
    List<Citation> nearest = nearest(declined.nearest().isEmpty() ? chosen(evidence) : declined.nearest());
    String decision = "abstained: " + switch (reason) {
      case NO_EVIDENCE -> "nothing in the documents is about it";
      case NOT_SUPPORTED -> "the topic is here, the answer isn't";
      case EMPTY_QUESTION -> "there was nothing to look for";
      case NO_DOCUMENTS -> "there are no documents";
      case OTHER_LANGUAGE -> "the documents are in another language";
    };
    return new Abstained(reason, words(reason, nearest), nearest, notes.reader(), declined.confidence(),
        new Trace(query, evidence, notes.reading(), decision, notes.notices(), Answerer.millisSince(began)));
  }

  private List<Draft.Support> chosen(List<Passage> evidence) {
    return evidence.stream()
        .limit(NEAREST)
        .map(p -> new Draft.Support(p.segment(), QuoteChooser.choose(query.text(), p.segment(), view)))
        .toList();
  }

  private List<Citation> nearest(List<Draft.Support> supports) {
    CitationVerifier.Verification verification = verifier.begin(view);
    supports.stream()
        .limit(NEAREST)
        .forEach(near -> verification.verify(new Draft.Claim(near.quote(), true, "", List.of(near))));
    return verification.citations();
  }

  private String words(Reason reason, List<Citation> nearest) {
    return switch (reason) {
      case NO_EVIDENCE, NOT_SUPPORTED -> nearest.isEmpty()
          ? "The documents don't say; " + absent(reason).orElse("nothing in them is about it") + "."
          : "The documents don't say" + absent(reason).map(words -> "; " + words).orElse("")
              + ". The nearest they come is “" + nearest.getFirst().quote() + "”";
      case EMPTY_QUESTION -> "There is no question in that. Ask in words.";
      case NO_DOCUMENTS -> "There are no documents to answer from. Put some into the knowledge"
          + " folder and reload.";
      case OTHER_LANGUAGE -> "The question is in " + QueryLanguages.guess(query.text()).displayName()
          + ", the documents are in " + languages(view.languages()) + ". Ask in a language of the documents.";
    };
  }

  /** The words of the question that stand in none of the documents: names and numbers, and without a topic any. */
  private Optional<String> absent(Reason reason) {
    Language language = QueryLanguages.of(query.text(), view.languages()).stream().findFirst().orElse(Language.OTHER);
    List<String> words = QueryTerms.of(query, view, language)
        .own()
        .stream()
        .filter(own -> !own.known() && (reason == Reason.NO_EVIDENCE || SentenceFeatures.isProper(own.word())))
        .map(own -> "“" + own.word() + "”")
        .distinct()
        .limit(NAMED)
        .toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" and ", words) + (words.size() == 1 ? " stands" : " stand") + " in none of them");
  }

  private static String languages(Set<Language> languages) {
    return languages.stream().map(Language::displayName).collect(Collectors.joining(" and "));
  }
}
