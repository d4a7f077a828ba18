package dev.docent.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.Language;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexContents;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full after so many bytes, at any place of a change. */
class FullDiskIT {
  private final Path folder;
  private long left = Long.MAX_VALUE;

  FullDiskIT(@TempDir Path folder) {
    this.folder = folder;
  }

  private final class Disk extends FilterDirectory {
    Disk(Directory files) {
      super(files);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      return bounded(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
      return bounded(super.createTempOutput(prefix, suffix, context));
    }

    private IndexOutput bounded(IndexOutput output) {
      return new FilterIndexOutput("bounded", output.getName(), output) {
        @Override
        public void writeByte(byte b) throws IOException {
          take(1);
          super.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] b, int offset, int length) throws IOException {
          take(length);
          super.writeBytes(b, offset, length);
        }
      };
    }

    private synchronized void take(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("No space left on device");
      }
    }
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void change(SegmentIndex index, int documents) {
    try (IndexChange change = index.change()) {
      for (int i = 0; i < documents; i++) {
        var document = IndexContents.document("d" + i + ".md", Language.ENGLISH,
            "Word number " + i + " of many words.");
        change.put(IndexContents.entry(document, 1), document, IndexContents.segments(document));
      }
      change.commit(IndexContents.MANIFEST);
    }
  }

  @Test
  void aFailedChangeLeavesNothingBehindWhereverItFails() throws IOException {
    try (SegmentIndex index = LuceneSegmentIndex.open(folder, language -> false, Disk::new)) {
      change(index, 2);
      Set<String> before = files();
      int failed = 0;
      for (long bytes = 0; bytes < 20_000; bytes += bytes < 2_000 ? 97 : 1_013) {
        left = bytes;
        try {
          change(index, 40);
          break;
        } catch (IndexException e) {
          failed++;
          assertThat(e).hasMessageContaining("No space left");
        }
        assertThat(files()).as("full after %d bytes", bytes).isEqualTo(before);
        try (IndexView view = index.newest()) {
          assertThat(view.documents()).hasSize(2);
        }
      }
      assertThat(failed).isGreaterThan(20);
      left = Long.MAX_VALUE;
      change(index, 40);
      try (IndexView view = index.newest()) {
        assertThat(view.documents()).hasSize(40);
      }
    }
  }

  @Test
  void aFailureIsStillTold() {
    try (SegmentIndex index = LuceneSegmentIndex.open(folder, language -> false, Disk::new)) {
      left = 10;
      assertThatThrownBy(() -> change(index, 3)).isInstanceOf(IndexException.class).hasMessageContaining("free space");
      left = Long.MAX_VALUE;
    }
  }
}
