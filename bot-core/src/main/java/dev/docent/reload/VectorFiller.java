package dev.docent.reload;

import dev.docent.corpus.Segment;
import dev.docent.index.Embedder;
import dev.docent.index.IndexBusyException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.SegmentVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the vectors that segments wait for, behind the text that is searchable already. Every batch is a commit of its
 * own, so what was made is kept whatever happens. One at a time in a process; safe beside questions and reloads.
 */
public final class VectorFiller {
  /** So many vectors are one commit. */
  private static final int BATCH = 512;
  /** So many are made at once; whoever cancels waits for no more than these. */
  private static final int AT_ONCE = 32;
  private static final long PAUSE_MILLIS = 200;

  private final SegmentIndex index;
  private final Embedder embedder;

  public VectorFiller(SegmentIndex index, Embedder embedder) {
    this.index = index;
    this.embedder = embedder;
  }

  /**
   * Returns when no segment waits any more.
   *
   * @throws dev.docent.index.EmbeddingException when the model can't be had
   */
  public synchronized void fill(Progress progress) throws InterruptedException {
    int done = 0;
    while (true) {
      List<Segment> waiting;
      int missing;
      try (IndexView view = index.acquire()) {
        waiting = view.withoutVector(BATCH);
        missing = view.vectorsMissing();
      }
      if (waiting.isEmpty()) {
        return;
      }
      add(made(waiting, done, Math.max(waiting.size(), missing), progress));
      done += waiting.size();
      progress.at("vectors", done, Math.max(done, done + missing - waiting.size()));
    }
  }

  /**
   * Neighbours in length are made together, so that nobody waits long for one that is longer; what several segments say
   * in the same words, a notice under every page, is made once.
   */
  private List<SegmentVector> made(List<Segment> waiting, int done, int missing, Progress progress)
      throws InterruptedException {
    Map<String, List<Segment>> byText = waiting.stream().collect(Collectors.groupingBy(Segment::embeddingText));
    List<String> byLength = byText.keySet()
        .stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
    var made = new ArrayList<SegmentVector>();
    for (int from = 0; from < byLength.size(); from += AT_ONCE) {
      progress.at("vectors", done + made.size(), done + missing);
      List<String> next = byLength.subList(from, Math.min(byLength.size(), from + AT_ONCE));
      List<float[]> vectors = embedded(next);
      for (int i = 0; i < next.size(); i++) {
        for (Segment segment : byText.getOrDefault(next.get(i), List.of())) {
          made.add(new SegmentVector(segment, vectors.get(i)));
        }
      }
    }
    return made;
  }

  private List<float[]> embedded(List<String> texts) throws InterruptedException {
    if (Thread.interrupted()) {
      throw cancelled(null);
    }
    try {
      return embedder.embed(texts);
    } catch (CancellationException e) {
      // This thread was interrupted, or the program is ending.
      boolean unused = Thread.interrupted();
      throw cancelled(e);
    } catch (RuntimeException e) {
      // An interrupted thread's model fails in a way of its own: what happened is that it was cancelled.
      if (Thread.interrupted()) {
        throw cancelled(e);
      }
      throw e;
    }
  }

  /** A reload, here or in another process, comes first; the vectors wait for it. */
  private void add(List<SegmentVector> made) throws InterruptedException {
    while (true) {
      try {
        index.addVectors(made);
        return;
      } catch (IndexBusyException e) {
        Thread.sleep(PAUSE_MILLIS);
      } catch (RuntimeException e) {
        // An interrupted thread's files fail in ways of their own: what happened is that it was cancelled.
        if (Thread.interrupted()) {
          throw cancelled(e);
        }
        throw e;
      }
    }
  }

  private static InterruptedException cancelled(@Nullable Throwable cause) {
    var cancelled = new InterruptedException("cancelled; the vectors made so far are kept");
    cancelled.initCause(cause);
    return cancelled;
  }
}
