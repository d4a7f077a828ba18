package dev.docent.reload;

import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Splitter;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexBusyException;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexDamagedException;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings the index in line with the folder in one commit, or in two when a few documents take long: the others are there
 * before them. Questions go on against the old view until then. One at a time: a second call in the same process waits,
 * one in another process is refused.
 */
public final class Reloader {
  /** From so many documents on, losing more than half of them is no everyday edit. */
  private static final int MANY = 10;

  private static final long PAUSE_MILLIS = 200;
  private static final int BRIEF_PAUSES = 25;

  private final DocumentSource source;
  private final Splitter splitter;
  private final SegmentIndex index;
  private final IndexManifest manifest;
  private final Duration patience;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  public Reloader(DocumentSource source, Splitter splitter, SegmentIndex index, IndexManifest manifest) {
    this(source, splitter, index, manifest, Reading.PATIENCE);
  }

  /** @param patience after which others pass by a document that is being read */
  Reloader(DocumentSource source, Splitter splitter, SegmentIndex index, IndexManifest manifest, Duration patience) {
    this.patience = patience;
    this.source = source;
    this.splitter = splitter;
    this.index = index;
    this.manifest = manifest;
  }

  /**
   * @throws UnconfirmedRemovalException when most of the index would go and the request doesn't confirm that
   * @throws dev.docent.corpus.CorpusUnavailableException when the folder can't be read; the index stays as it is
   * @throws dev.docent.index.IndexBusyException when another process is reloading and the request isn't patient
   * @throws InterruptedException when cancelled; nothing has changed then, unless it was while only a few documents were
   *         left that take long
   */
  public ReloadReport reload(ReloadRequest request, Progress progress) throws InterruptedException {
    continueAbove();
    oneAtATime.lockInterruptibly();
    try {
      return inTurn(request, progress);
    } catch (RuntimeException e) {
      // An interrupted thread's files and channels fail in ways of their own: what happened is that it was cancelled.
      if (Thread.interrupted()) {
        throw cancelled(e);
      }
      throw e;
    } finally {
      oneAtATime.unlock();
    }
  }

  private ReloadReport inTurn(ReloadRequest request, Progress progress) throws InterruptedException {
    while (true) {
      try {
        return reloaded(request, progress);
      } catch (IndexDamagedException e) {
        index.startAnew(e.damage());
        return reloaded(request, progress);
      } catch (IndexBusyException e) {
        await(e, request.patient());
      }
    }
  }

  /** Until the index is free; a batch of vectors is waited for by everybody. The folder isn't read again meanwhile. */
  private void await(IndexBusyException busy, boolean patient) throws InterruptedException {
    for (int i = 0; patient || busy.brief() && i < BRIEF_PAUSES; i++) {
      Thread.sleep(PAUSE_MILLIS);
      try (IndexChange free = index.change()) {
        return;
      } catch (IndexBusyException e) {
        // still at it
      }
    }
    throw busy;
  }

  private ReloadReport reloaded(ReloadRequest request, Progress progress) throws InterruptedException {
    long began = System.nanoTime();
    DocumentSource.Scan scan = source.scan();
    continueAbove();
    Optional<IndexManifest> madeBy;
    List<DocumentEntry> held;
    Optional<String> lost;
    try (IndexView view = index.newest()) {
      madeBy = view.manifest();
      held = view.documents();
      lost = view.lost();
    }
    boolean anew = madeBy.isPresent() && !madeBy.get().equals(manifest);
    CorpusDiff whole = CorpusDiff.between(scan, held);
    if (!request.confirmed()) {
      refuseALargeLoss(whole, held);
    }
    CorpusDiff diff = anew ? CorpusDiff.between(scan, List.of()) : whole;
    var receipt = new Receipt(diff, scan);
    lost.ifPresent(damage -> receipt.notice("the index was damaged (" + damage
        + ") and is made anew from the documents"));
    if (anew) {
      receipt.notice("the index was made in another way (" + difference(madeBy.get()) + ") and is made anew");
    }
    if (!diff.empty() || madeBy.isEmpty() || anew) {
      apply(diff, anew, held, receipt, progress);
    }
    try (IndexView view = index.acquire()) {
      return receipt.report(view, (System.nanoTime() - began) / 1_000_000);
    }
  }

  private void refuseALargeLoss(CorpusDiff diff, List<DocumentEntry> entries) {
    int lost = diff.lost();
    int held = (int) entries.stream().filter(entry -> entry.segments() > 0).count();
    if (lost > 0 && (diff.leavesNothing() || held >= MANY && 2 * lost > held)) {
      throw new UnconfirmedRemovalException(source.place(), lost, held);
    }
  }

  private static void continueAbove() throws InterruptedException {
    if (Thread.interrupted()) {
      throw cancelled(null);
    }
  }

  private static InterruptedException cancelled(@Nullable Throwable cause) {
    var cancelled = new InterruptedException("the reload was cancelled");
    cancelled.initCause(cause);
    return cancelled;
  }

  private String difference(IndexManifest old) {
    if (!old.embedder().equals(manifest.embedder())) {
      return "embedding model " + old.embedder() + ", now " + manifest.embedder();
    }
    return old.splitter().equals(manifest.splitter()) ? "an older layout" : "an older splitter";
  }

  private void apply(CorpusDiff diff, boolean anew, List<DocumentEntry> held, Receipt receipt, Progress progress)
      throws InterruptedException {
    Map<String, DocumentEntry> known = new HashMap<>();
    held.forEach(entry -> known.put(entry.id(), entry));
    try (IndexChange change = index.change()) {
      if (anew) {
        change.clear();
        known.clear();
      }
      diff.removed().forEach(entry -> change.remove(entry.id()));
      var toRead = new ArrayList<>(diff.added());
      toRead.addAll(diff.changed());
      // What was written last is read last: vectors are made first for what was read last.
      toRead.sort(Comparator.comparing(Found::changed));
      read(toRead, known, anew, change, receipt, progress);
      if (!toRead.isEmpty()) {
        progress.at("reading", toRead.size(), toRead.size());
      }
      continueAbove();
      change.commit(manifest);
    }
  }

  /** In one commit, unless what is left takes long: then the others needn't wait for it. */
  private void read(List<Found> documents, Map<String, DocumentEntry> known, boolean anew, IndexChange change,
      Receipt receipt, Progress progress) throws InterruptedException {
    try (var reading = new Reading(source, documents, patience)) {
      boolean whole = true;
      for (int i = 0; reading.more();) {
        continueAbove();
        progress.at("reading", i, documents.size());
        // What is made anew isn't to be seen in parts.
        Optional<Reading.Done> done = reading.next(whole && !anew && i > 0);
        if (done.isPresent()) {
          Found found = done.get().found();
          put(found, done.get().read(), Optional.ofNullable(known.get(found.id())), change, receipt);
          i++;
        } else {
          change.commit(manifest);
          whole = false;
        }
      }
    }
  }

  /** A document that can't be read any more keeps its last good segments. */
  private void put(Found found, ReadOutcome outcome, Optional<DocumentEntry> known, IndexChange change,
      Receipt receipt) {
    switch (outcome) {
      case ReadOutcome.Read(Document document, List<String> remarks) -> {
        List<Segment> segments = splitter.split(document);
        change.put(new DocumentEntry(document.id(), document.title(), document.language(), found.stamp(),
            segments.size(), found.changed(), Instant.now(), "", remarks), document, segments);
        receipt.read(found.id(), known.isPresent());
        remarks.forEach(remark -> receipt.remark(found.id(), remark));
      }
      case ReadOutcome.Unreadable(String id, String reason) -> {
        receipt.refused(id, reason);
        change.note(known
            .map(e -> new DocumentEntry(e.id(), e.title(), e.language(), found.stamp(), e.segments(), e.changed(),
                e.readAt(), reason, e.remarks()))
            .orElseGet(() -> new DocumentEntry(id, id, Language.OTHER, found.stamp(), 0, Instant.now(), reason)));
      }
    }
  }
}
