package dev.docent.answer;

import dev.docent.retrieval.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import dev.docent.retrieval.Passage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lets another reader read when the first one can't; the draft then says why and whose it is. */
public final class FallbackReader implements Reader {
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
  public Name name() {
    return first.name();
  }

  @Override
  public int passages() {
    return first.passages();
  }

  @Override
  public List<Passage> evidence(IntFunction<List<Passage>> ranking) {
    return first.evidence(ranking);
  }

  @Override
  public Optional<Reader> otherwise() {
    return Optional.of(other);
  }

  @Override
  public Draft read(Query query, Evidence evidence, ClaimListener claims) throws InterruptedException {
    Rest resting = rest;
    if (resting != null && clock.instant().isBefore(resting.until)) {
      return noted(resting.message, other.read(query, evidence.best(other.passages()), claims));
    }
    var heard = new AtomicBoolean();
    try {
      return first.read(query, evidence, new ClaimListener() {
        @Override
        public void claim(Draft.Claim claim) {
          heard.set(true);
          claims.claim(claim);
        }

        @Override
        public void restart(String reason) {
          claims.restart(reason);
        }
      });
    } catch (ReaderException e) {
      String message = String.valueOf(e.getMessage());
      if (e.permanent()) {
        rest = new Rest(message, clock.instant().plus(REST));
      }
      if (heard.get()) {
        claims.restart(message);
      }
      return noted(message, other.read(query, evidence.best(other.passages()), claims));
    }
  }

  private Draft noted(String message, Draft draft) {
    return draft.with(draft.notes().notice(message + " Answered offline.").by(other.name()));
  }

  private record Rest(String message, Instant until) {}
}
