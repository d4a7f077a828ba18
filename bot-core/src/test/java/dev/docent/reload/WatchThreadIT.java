package dev.docent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.corpus.Language;
import dev.docent.corpus.Splitter;
import dev.docent.corpus.files.FolderSource;
import dev.docent.index.IndexManifest;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchThreadIT {
  private final Folder folder;
  private final SegmentIndex index;
  private final FolderSource source;
  private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

  WatchThreadIT(@TempDir Path place, @TempDir Path data) throws IOException {
    folder = new Folder(Files.createDirectory(place.resolve("knowledge")));
    index = LuceneSegmentIndex.open(data, language -> true);
    source = new FolderSource(folder.path(), (text, candidates) -> Language.ENGLISH);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void followsARealFolderThatGoesAndComesBack() throws Exception {
    folder.write("a.md", "Boats come.");
    try (Watch watch = watch()) {
      assertThat(((ReloadReport) next()).added()).containsExactly("a.md");
      folder.write("deep/er/b.md", "Nets dry.");
      folder.write("a.md", "Boats leave.");
      ReloadReport second = (ReloadReport) next();
      assertThat(second.added()).containsExactly("deep/er/b.md");
      assertThat(second.changed()).containsExactly("a.md");
      Path away = folder.path().resolveSibling("away");
      Files.move(folder.path(), away);
      assertThat(next()).isInstanceOf(CorpusUnavailableException.class);
      Files.move(away, folder.path());
      folder.delete("a.md");
      assertThat(((ReloadReport) next()).removed()).containsExactly("a.md");
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void leavesNoThreadBehind() throws InterruptedException {
    folder.write("a.md", "Boats come.");
    Watch watch = watch();
    assertThat(threads()).isEqualTo(1);
    watch.close();
    watch.close();
    assertThat(threads()).isZero();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("watching")).count();
  }

  private Watch watch() {
    var reloader = new Reloader(source, new Splitter(), index, new IndexManifest("model", "1", 1));
    return WatchThread.start(source, reloader, new WatchListener() {
      @Override
      public void reloaded(ReloadReport report) {
        heard.add(report);
      }

      @Override
      public void failed(RuntimeException problem) {
        heard.add(problem);
      }
    });
  }

  private Object next() throws InterruptedException {
    return Objects.requireNonNull(heard.poll(30, TimeUnit.SECONDS), "nothing heard for 30 s");
  }
}
