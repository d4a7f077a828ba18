package dev.docent.langchain4j;

import dev.docent.answer.Answer.Reason;
import dev.docent.answer.ClaimListener;
import dev.docent.answer.Draft;
import dev.docent.answer.Evidence;
import dev.docent.answer.Notes;
import dev.docent.answer.QuoteChooser;
import dev.docent.answer.Reader;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.retrieval.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a chat model write the draft. The model only says which passages a sentence rests on; the quotes are chosen here,
 * so that none has to be believed. More passages than a model reads with care, as a question about a whole document brings,
 * are read in parts, and what is written of each part is shown as it comes.
 */
public final class ChatModelReader implements Reader {
  /** A chat model gives no probability of its own; these stand for "wrote" and "declined" and are not calibrated. */
  private static final double WROTE = 0.8;
  private static final double DECLINED = 0.1;
  /** So many passages at a time: some eight thousand characters. */
  static final int PART = 12;

  private final ModelFactory factory;
  private final AnswerPrompt prompt = new AnswerPrompt();

  public ChatModelReader(ModelFactory factory) {
    this.factory = factory;
  }

  @Override
  public String name() {
    return factory.name().toString();
  }

  @Override
  public Draft read(Query query, Evidence evidence, ClaimListener claims) throws InterruptedException {
    if (evidence.passages().isEmpty()) {
      return new Draft.Declined(Reason.NO_EVIDENCE, 0, Notes.of("no passage to show to " + name()));
    }
    var writing = new Writing(evidence, claims);
    Language language = evidence.passages().getFirst().segment().language();
    for (int from = 0; from < evidence.passages().size(); from += PART) {
      writing.part(from, Math.min(from + PART, evidence.passages().size()));
      var sentences = new SentenceStream(language);
      new ModelCall(factory, factory.timeout()).run(prompt.messages(query, writing.part),
          piece -> sentences.add(piece).forEach(writing::take));
      sentences.finish().forEach(writing::take);
    }
    return writing.draft(name());
  }

  /** The draft while it grows. */
  private final class Writing {
    private final Evidence evidence;
    private final ClaimListener listener;
    private final List<Draft.Claim> claims = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Evidence part;
    private boolean declined;
    private boolean wrote;

    Writing(Evidence evidence, ClaimListener listener) {
      this.evidence = evidence;
      this.part = evidence;
      this.listener = listener;
    }

    /** What is taken from here on was written of these passages. */
    void part(int from, int to) {
      part = new Evidence(evidence.passages().subList(from, to), evidence.view());
      declined = false;
      wrote = false;
    }

    void take(SentenceStream.Sentence sentence) {
      if (sentence.text().contains(AnswerPrompt.SENTINEL)) {
        declined |= !wrote;
      } else if (!declined) {
        wrote = true;
        // Without support it can't be shown.
        boolean leaks = prompt.leaks(sentence.text());
        if (leaks) {
          notes.add("repeated its instructions");
        }
        var claim = new Draft.Claim.Said(sentence.text(), leaks ? List.of() : support(sentence));
        claims.add(claim);
        listener.claim(claim);
      }
    }

    private List<Draft.Support> support(SentenceStream.Sentence sentence) {
      var support = new ArrayList<Draft.Support>();
      for (int n : sentence.markers()) {
        if (n < 1 || n > part.passages().size()) {
          notes.add("cited passage " + n + " of " + part.passages().size() + ": " + sentence.text());
        } else {
          Segment segment = part.passages().get(n - 1).segment();
          support.add(new Draft.Support(segment, QuoteChooser.choose(sentence.text(), segment, evidence.view())));
        }
      }
      return support;
    }

    Draft draft(String model) {
      if (claims.isEmpty()) {
        notes.add(declined ? model + " found no answer in the passages" : model + " wrote nothing");
        return new Draft.Declined(Reason.NOT_SUPPORTED, DECLINED, Notes.of(notes));
      }
      notes.add(model + " wrote " + claims.size() + (claims.size() == 1 ? " sentence" : " sentences"));
      return new Draft.Written(claims, WROTE, Notes.of(notes));
    }
  }
}
