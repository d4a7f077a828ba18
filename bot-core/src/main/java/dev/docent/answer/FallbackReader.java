package dev.docent.answer;

import dev.docent.retrieval.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets another reader read when the first one can't. The draft's first note then begins with {@link #NOTICE} and says
 * why; the second begins with {@link #READ_BY} and names the reader whose draft it is.
 */
public final class FallbackReader implements Reader {
  public static final String NOTICE = "notice: ";
  public static final String READ_BY = "reader: ";
  /** How long a reader that failed for good is left alone, so that each question doesn't fail anew. */
  private static final Duration REST = Duration.ofMinutes(1);

  private final Reader first;
  private final Reader other;
  private final InstantSource clock;
  private volatile @Nullable Rest rest;

  public FallbackReader(Reader first, Reader other) {
    this(first, other, InstantSource.system());
  }

  FallbackReader(Reader first, Reader other, InstantSource clock) {
    this.first = first;
    this.other = other;
    this.clock = clock;
  }

  @Override
  public String name() {
    return first.name();
  }

  @Override
  public Draft read(Query query, Evidence evidence, ClaimListener claims) throws InterruptedException {
    Rest resting = rest;
    if (resting != null && clock.instant().isBefore(resting.until)) {
      return noted(resting.message, other.read(query, evidence, claims));
    }
    var heard = new AtomicBoolean();
    try {
      return first.read(query, evidence, claim -> {
        heard.set(true);
        claims.claim(claim);
      });
    } catch (ReaderException e) {
      String message = String.valueOf(e.getMessage());
      if (e.permanent()) {
        rest = new Rest(message, clock.instant().plus(REST));
      }
      if (heard.get()) {
        claims.restart(message);
      }
      return noted(message, other.read(query, evidence, claims));
    }
  }

  private Draft noted(String message, Draft draft) {
    var notes = new ArrayList<>(List.of(NOTICE + message + " Answered offline.", READ_BY + other.name()));
    notes.addAll(draft.notes());
    return switch (draft) {
      case Draft.Written written -> new Draft.Written(written.claims(), written.confidence(), notes);
      case Draft.Declined declined -> new Draft.Declined(declined.reason(), declined.confidence(), notes,
          declined.nearest());
    };
  }

  private record Rest(String message, Instant until) {}
}
