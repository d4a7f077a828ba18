package dev.docent.answer.document;

import dev.docent.answer.Answer.Reason;
import dev.docent.answer.ClaimListener;
import dev.docent.answer.Draft;
import dev.docent.answer.Evidence;
import dev.docent.answer.Notes;
import dev.docent.answer.Reader;
import dev.docent.answer.extractive.ExtractiveReader;
import dev.docent.answer.extractive.RankedSentence;
import dev.docent.index.DocumentEntry;
import dev.docent.retrieval.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The offline reader: questions about whole documents and comparisons it answers by itself, all others it leaves to the
 * reader of passages. Safe for use by several threads.
 */
public final class DocumentReader implements Reader {
  private static final int OF_A_SIDE = 2;
  /** A sentence that holds less than this of a side's words isn't about it. */
  private static final double TOPIC = 0.5;

  private final ExtractiveReader passages;
  private final Reader others;

  public DocumentReader(ExtractiveReader passages) {
    this(passages, passages);
  }

  /** @param others reads for all other questions */
  public DocumentReader(ExtractiveReader passages, Reader others) {
    this.passages = passages;
    this.others = others;
  }

  @Override
  public Name name() {
    return passages.name();
  }

  @Override
  public Draft read(Query query, Evidence evidence, ClaimListener claims) throws InterruptedException {
    Optional<WholeQuestion> whole = WholeQuestion.of(query);
    Optional<DocumentComparison> comparison = whole.isPresent() ? Optional.empty() : DocumentComparison.of(query);
    if (whole.isEmpty() && comparison.isEmpty()) {
      return others.read(query, evidence, claims);
    }
    Draft draft = whole.isPresent() ? whole(whole.get(), evidence) : compared(comparison.orElseThrow(), evidence);
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while reading");
    }
    if (draft instanceof Draft.Written written) {
      written.claims().forEach(claims::claim);
    }
    return draft;
  }

  private static Draft whole(WholeQuestion whole, Evidence evidence) {
    String aspect = whole.name().toLowerCase(Locale.ROOT);
    List<RankedSentence> sentences = WholeReader.sentences(whole, evidence);
    if (sentences.isEmpty()) {
      return new Draft.Declined(Reason.NOT_SUPPORTED, 0, Notes.of("asked for: " + aspect + "; there are none"));
    }
    Notes notes = Notes.of("asked for: " + aspect + " of whole documents");
    return written(sentences, incomplete(whole, sentences.size(), evidence).map(notes::notice).orElse(notes));
  }

  /** What to say where the list that was asked for isn't all there. */
  private static Optional<String> incomplete(WholeQuestion whole, int listed, Evidence evidence) {
    int all = evidence.view().documents().size();
    return switch (whole) {
      case INVENTORY -> listed < all
          ? Optional.of("These are " + listed + " of " + all + " documents; the list of all is 'documents'.")
          : Optional.empty();
      case DATES, NAMES -> listed == WholeReader.LISTED
          ? Optional.of("These are the first " + listed + "; there may be more. Naming a document lists its own.")
          : Optional.empty();
      case DIGEST -> Optional.empty();
    };
  }

  /** What is said of each side, side by side; of one side alone there is nothing to compare. */
  private Draft compared(DocumentComparison comparison, Evidence evidence) {
    Optional<List<DocumentEntry>> documents = comparison.documents(evidence.view());
    if (documents.isPresent()) {
      String one = documents.get().getFirst().id();
      String other = documents.get().getLast().id();
      return written(SideBySide.of(one, other, evidence),
          Notes.of("asked for: a comparison of " + one + " and " + other));
    }
    var chosen = new ArrayList<RankedSentence>();
    for (Query side : comparison.sides()) {
      List<RankedSentence> about = passages.ranked(side, evidence)
          .stream()
          .filter(s -> s.feature("coverage") >= TOPIC && !chosen.contains(s))
          .limit(OF_A_SIDE)
          .toList();
      if (about.isEmpty()) {
        return new Draft.Declined(Reason.NOT_SUPPORTED, 0,
            Notes.of("nothing to compare: no sentence is about “" + side.text() + "”"));
      }
      chosen.addAll(about);
    }
    return written(chosen,
        Notes.of("asked for: a comparison of “" + comparison.first() + "” and “" + comparison.second() + "”"));
  }

  private static Draft written(List<RankedSentence> sentences, Notes notes) {
    return new Draft.Written(sentences.stream().<Draft.Claim>map(ExtractiveReader::sentence).toList(), 1, notes);
  }
}
