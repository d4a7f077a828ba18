package dev.docent.index.lucene;

import static dev.docent.index.IndexContents.MANIFEST;
import static dev.docent.index.IndexContents.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.SegmentVector;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsWhileReadingIT {

  @Test
  void vectorsThatComeLateBringNothingBackWhileOthersRead(@TempDir Path folder) throws Exception {
    try (SegmentIndex index = LuceneSegmentIndex.open(folder, language -> true);
        SegmentIndex other = LuceneSegmentIndex.open(folder, language -> true)) {
      var stop = new AtomicBoolean();
      ExecutorService threads = Executors.newFixedThreadPool(2);
      Future<?> reading = threads.submit(() -> readUntil(stop, index));
      Future<?> readingToo = threads.submit(() -> readUntil(stop, index));
      for (int i = 0; i < 15; i++) {
        put(other, Language.ENGLISH, "Boats come.", "Nets dry.");
        List<SegmentVector> late = waiting(other);
        clear(other);
        index.addVectors(late);
        assertThat(waiting(other)).isEmpty();
        try (IndexView view = other.acquire()) {
          assertThat(view.segmentCount()).isZero();
          assertThat(view.manifest()).contains(MANIFEST);
        }
      }
      stop.set(true);
      reading.get();
      readingToo.get();
      threads.shutdown();
    }
  }

  private static void readUntil(AtomicBoolean stop, SegmentIndex index) {
    while (!stop.get()) {
      try (IndexView view = index.acquire()) {
        assertThat(view.segmentCount()).isIn(0, 2);
      }
    }
  }

  private static List<SegmentVector> waiting(SegmentIndex index) {
    try (IndexView view = index.acquire()) {
      List<Segment> waiting = view.withoutVector(10);
      return waiting.stream().map(segment -> new SegmentVector(segment, new float[]{1, 0})).toList();
    }
  }

  private static void clear(SegmentIndex index) {
    try (IndexChange change = index.change()) {
      change.clear();
      change.commit(MANIFEST);
    }
  }
}
