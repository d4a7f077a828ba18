package dev.docent.reload;

import static dev.docent.index.IndexContents.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.Language;
import dev.docent.index.EmbeddingException;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFillerIT {
  private final SegmentIndex index;
  private final VectorFiller filler;

  VectorFillerIT(@TempDir Path folder) {
    index = LuceneSegmentIndex.open(folder, language -> true);
    filler = new VectorFiller(index, new LengthEmbedder());
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void tellsItsProgressUpToTheEnd() throws InterruptedException {
    put(index, Language.ENGLISH, texts(300));
    var done = new ArrayList<Integer>();
    filler.fill((work, at, total) -> {
      assertThat(work).isEqualTo("vectors");
      assertThat(total).isEqualTo(300);
      done.add(at);
    });
    assertThat(done).isSorted().startsWith(0).endsWith(300);
    assertThat(missing()).isZero();
  }

  @Test
  void whatSeveralSegmentsSayInTheSameWordsIsMadeOnce() throws InterruptedException {
    put(index, Language.ENGLISH,
        String.join("\n\n", "The harbour is closed.", "Ask at the desk.", "The harbour is closed."));
    var made = new ArrayList<String>();
    new VectorFiller(index, new LengthEmbedder() {
      @Override
      public List<float[]> embed(List<String> texts) {
        made.addAll(texts);
        return super.embed(texts);
      }
    }).fill(Progress.NONE);
    assertThat(made).hasSize(2).doesNotHaveDuplicates();
    assertThat(missing()).isZero();
  }

  @Test
  void keepsWhatWasMadeWhenCancelled() throws InterruptedException {
    put(index, Language.ENGLISH, texts(900));
    assertThatThrownBy(() -> filler.fill((work, done, total) -> {
      if (done > 600) {
        Thread.currentThread().interrupt();
      }
    })).isInstanceOf(InterruptedException.class);
    assertThat(missing()).isBetween(1, 899);
    filler.fill(Progress.NONE);
    assertThat(missing()).isZero();
  }

  @Test
  void isCancelledWhileTheModelIsAtWork() throws InterruptedException {
    put(index, Language.ENGLISH, texts(3));
    var failing = new VectorFiller(index, new LengthEmbedder() {
      @Override
      public List<float[]> embed(List<String> texts) {
        Thread.currentThread().interrupt();
        throw new EmbeddingException("interrupted", new InterruptedException());
      }
    });
    assertThatThrownBy(() -> failing.fill(Progress.NONE)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(missing()).isEqualTo(3);
  }

  @Test
  void isCancelledAlsoWhileItWrites() throws InterruptedException {
    put(index, Language.ENGLISH, texts(3));
    var interrupting = new VectorFiller(index, new LengthEmbedder() {
      @Override
      public List<float[]> embed(List<String> texts) {
        Thread.currentThread().interrupt();
        return super.embed(texts);
      }
    });
    assertThatThrownBy(() -> interrupting.fill(Progress.NONE)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    filler.fill(Progress.NONE);
    assertThat(missing()).isZero();
  }

  @Test
  void waitsForAReloadThatIsUnderWay() throws InterruptedException {
    put(index, Language.ENGLISH, texts(3));
    var filling = new CountDownLatch(1);
    Thread thread;
    try (IndexChange reload = index.change()) {
      thread = Thread.ofPlatform().start(() -> {
        try {
          filler.fill((work, done, total) -> filling.countDown());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
      filling.await();
      assertThat(missing()).isEqualTo(3);
    }
    thread.join();
    assertThat(missing()).isZero();
  }

  private int missing() {
    try (IndexView view = index.acquire()) {
      return view.vectorsMissing();
    }
  }

  private static String[] texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "Boat number " + i + ".").toArray(String[]::new);
  }
}
