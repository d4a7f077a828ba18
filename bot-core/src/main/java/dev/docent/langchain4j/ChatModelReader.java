package dev.docent.langchain4j;

import dev.docent.answer.Answer.Reason;
import dev.docent.answer.ClaimListener;
import dev.docent.answer.Draft;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Form;
import dev.docent.answer.Evidence;
import dev.docent.answer.Notes;
import dev.docent.answer.Reader;
import dev.docent.answer.Usage;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.langchain4j.reply.Reply;
import dev.docent.langchain4j.reply.Statement;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.ReadingOrder;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Lets a chat model write the draft. The model only says which passages a statement rests on; the quotes are chosen here,
 * so that none has to be believed. More passages than a model reads with care, as a question about a whole document brings,
 * are read in parts, and what is written of each part is shown as it comes.
 */
public final class ChatModelReader implements Reader {
  /** A chat model gives no probability of its own; these stand for "wrote" and "declined" and are not calibrated. */
  private static final double WROTE = 0.8;
  private static final double DECLINED = 0.1;
  /** So many passages at a time: some eight thousand characters. */
  static final int PART = 12;
  /** So many more are looked at, in place of those that say nothing. */
  private static final int SPARE = 4;

  private final ModelFactory factory;
  private final int passages;
  private final AnswerPrompt prompt = new AnswerPrompt();

  public ChatModelReader(ModelFactory factory) {
    this(factory, PART);
  }

  /** @param passages how many the model reads at a time, from 1 */
  public ChatModelReader(ModelFactory factory, int passages) {
    if (passages < 1) {
      throw new IllegalArgumentException(passages + " passages");
    }
    this.factory = factory;
    this.passages = passages;
  }

  @Override
  public Name name() {
    return Name.writing(factory.name().toString());
  }

  @Override
  public int passages() {
    return passages;
  }

  /** Passages that go on from each other stand together, as their document has them; tables of contents are left out. */
  @Override
  public List<Passage> evidence(IntFunction<List<Passage>> ranking) {
    return ReadingOrder.of(ranking.apply(passages + SPARE), passages);
  }

  @Override
  public Draft read(Query query, Evidence evidence, ClaimListener claims) throws InterruptedException {
    if (evidence.passages().isEmpty()) {
      return new Draft.Declined(Reason.NO_EVIDENCE, 0, Notes.of("no passage to show to " + name()));
    }
    var writing = new Writing(query, evidence, claims);
    for (int from = 0; from < evidence.passages().size(); from += passages) {
      read(query, evidence.part(from, from + passages), writing);
    }
    return writing.draft();
  }

  /** Reads some passages; where they are too many for the model, the better half of them. */
  private void read(Query query, Evidence part, Writing writing) throws InterruptedException {
    writing.begin(part);
    Language language = part.passages().getFirst().segment().language();
    var reply = new Reply(language, n -> part.passages().size() < n || n < 1 ? "" : title(part, n), writing::named);
    try {
      ModelCall.Ending ending = new ModelCall(factory, factory.timeout()).run(prompt.messages(query, part), piece -> {
        List<Statement> complete = reply.add(piece);
        if (reply.takenBack()) {
          writing.takeBack();
        }
        complete.forEach(writing::take);
      });
      List<Statement> rest = reply.finish();
      if (reply.takenBack()) {
        writing.takeBack();
      }
      writing.end(ending, reply, rest);
    } catch (TooLongException e) {
      int half = part.passages().size() / 2;
      if (half == 0) {
        throw e;
      }
      writing.notices.removeIf(notice -> notice.startsWith(e.getMessage()));
      writing.notices
          .add(e.getMessage() + " It was shown the best " + half + " of " + writing.evidence.passages().size()
              + " passages.");
      read(query, part.best(half), writing);
    }
  }

  private static String title(Evidence part, int n) {
    Segment segment = part.passages().get(n - 1).segment();
    return segment.headings().isEmpty() ? segment.title() : segment.headings().getLast();
  }

  /** The draft while it grows. */
  private final class Writing {
    private final Query query;
    private final Evidence evidence;
    private final ClaimListener listener;
    private final List<Draft.Claim> claims = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<Said> uncited = new ArrayList<>();
    private Usage usage = Usage.NONE;
    private Grounds grounds;
    private int kept;
    private boolean declined;
    private boolean wrote;
    private boolean said;

    Writing(Query query, Evidence evidence, ClaimListener listener) {
      this.query = query;
      this.evidence = evidence;
      this.listener = listener;
      this.grounds = new Grounds(query, evidence);
    }

    /** What is taken from here on was written of these passages. */
    void begin(Evidence part) {
      grounds = new Grounds(query, part);
      kept = claims.size();
      declined = false;
      wrote = false;
    }

    boolean named(String line) {
      return grounds.named(line);
    }

    /** What was told of this part was thought aloud. */
    void takeBack() {
      boolean shown = claims.size() > kept;
      claims.subList(kept, claims.size()).clear();
      wrote = false;
      declined = false;
      if (shown) {
        listener.restart(name() + " was thinking aloud");
        claims.forEach(listener::claim);
      }
    }

    void end(ModelCall.Ending ending, Reply reply, List<Statement> rest) {
      usage = usage.plus(ending.usage());
      boolean cut = ending.reason() == FinishReason.LENGTH;
      // What was cut in the middle says something else than it was to say.
      List<Statement> whole = cut && !reply.ends() && !rest.isEmpty() ? rest.subList(0, rest.size() - 1) : rest;
      whole.forEach(this::take);
      if (claims.size() == kept && !declined && uncited.isEmpty()) {
        if (ending.reason() == FinishReason.CONTENT_FILTER) {
          throw factory.failures().filtered();
        } else if (cut) {
          throw factory.failures().cutBeforeAnything();
        } else if (ending.reason() == FinishReason.TOOL_EXECUTION) {
          throw factory.failures().askedForATool();
        }
        throw factory.failures().wroteNothing();
      }
      if (cut) {
        notices.add(name() + " was cut off at its limit: the end of the answer is missing.");
      } else if (ending.reason() == FinishReason.CONTENT_FILTER) {
        notices.add("The provider's content filter stopped " + name() + ": the end of the answer is missing.");
      }
    }

    void take(Statement statement) {
      if (AnswerPrompt.sentinel(statement.text())) {
        declined |= !wrote;
      } else if (!declined && !grounds.asks(statement.text())) {
        boolean leaks = prompt.leaks(statement.text());
        if (leaks) {
          notes.add("repeated its instructions");
        } else if (statement.form() == Form.LEADING) {
          add(new Said(statement.text(), List.of(), Form.LEADING));
        } else {
          placed(statement);
        }
      }
    }

    private void placed(Statement statement) {
      boolean gap = grounds.gap(statement.text());
      if (gap && statement.cited().isEmpty()) {
        wrote = true;
        add(new Said(statement.text(), List.of(), Form.ABSENT));
        return;
      }
      List<Draft.Support> support = grounds.support(statement);
      boolean invented = support.isEmpty() && !statement.passages().isEmpty()
          && statement.passages().stream().noneMatch(n -> n >= 1 && n <= grounds.count());
      if (invented) {
        notes.add("cited passage " + statement.passages().getFirst() + " of " + grounds.count() + ": "
            + statement.text());
      }
      var claim = new Said(statement.text(), support, statement.form());
      if (support.isEmpty() && !invented) {
        uncited.add(claim);
      } else {
        wrote = true;
        said = true;
        add(claim);
      }
    }

    private void add(Said claim) {
      claims.add(claim);
      listener.claim(claim);
    }

    Draft draft() {
      uncited.forEach(claim -> notes.add("written around the answer: " + claim.text()));
      boolean leads = claims.stream().allMatch(claim -> claim instanceof Said one && one.support().isEmpty());
      if (leads && !declined) {
        // Nothing of it says what it rests on, and nothing was found that would.
        uncited.forEach(this::add);
      }
      if (declined && !wrote || !said && uncited.isEmpty() || claims.isEmpty()) {
        notes.add(name() + " found no answer in the passages");
        return new Draft.Declined(Reason.NOT_SUPPORTED, DECLINED, new Notes(notes, notices, null, usage));
      }
      notes.add(name() + " wrote " + claims.size() + (claims.size() == 1 ? " statement" : " statements"));
      return new Draft.Written(claims, WROTE, new Notes(notes, notices, null, usage));
    }
  }
}
