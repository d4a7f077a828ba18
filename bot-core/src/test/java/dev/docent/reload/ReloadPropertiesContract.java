package dev.docent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.corpus.Locator;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Splitter;
import dev.docent.corpus.files.FolderSource;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.ScoredSegment;
import dev.docent.index.SegmentIndex;
import dev.docent.index.WeightedTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to a folder, an index of any kind that followed it step by step holds and finds the same as one made of it
 * anew. {@code -Ddocent.edits} makes the walk longer, {@code -Ddocent.seed} repeats one.
 */
public abstract class ReloadPropertiesContract {
  private static final List<String> WORDS = List.of("harbour", "lamp", "keeper", "storm", "net", "rope", "tide",
      "ferry",
      "anchor", "gull", "pier", "sail");

  private final Folder folder;
  private final int edits;
  private final long seed = Long.getLong("docent.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Map<String, String> there = new LinkedHashMap<>();
  private final LengthEmbedder embedder = new LengthEmbedder();

  /**
   * @param parent an empty folder
   * @param edits how many steps it follows, unless a property says otherwise
   */
  protected ReloadPropertiesContract(Path parent, int edits) throws IOException {
    this.folder = new Folder(Files.createDirectory(parent.resolve("knowledge")));
    this.edits = Integer.getInteger("docent.edits", edits);
  }

  /** An index of this name, made empty where there is none. */
  protected abstract SegmentIndex open(String name);

  /** Whether what has gone weighs in the ranking for a while, so that only what is found is compared, not its scores. */
  protected abstract boolean deadWeigh();

  @Test
  void anyEditsLeaveTheSameAsAFreshIndex() throws Exception {
    try (SegmentIndex index = open("followed")) {
      for (int step = 0; step < edits; step++) {
        for (int more = random.nextInt(4); more >= 0; more--) {
          edit();
        }
        ReloadReport report = reloader(index).reload(new ReloadRequest(true, false), Progress.NONE);
        assertThat(report.segments()).isGreaterThanOrEqualTo(0);
        if (random.nextInt(3) == 0) {
          new VectorFiller(index, embedder).fill(Progress.NONE);
        }
        if (step % 10 == 9 || step == edits - 1) {
          compare(index, step);
        }
      }
    }
  }

  private void compare(SegmentIndex followed, int step) throws Exception {
    mend();
    reloader(followed).reload(new ReloadRequest(true, false), Progress.NONE);
    new VectorFiller(followed, embedder).fill(Progress.NONE);
    try (SegmentIndex fresh = open("fresh" + step)) {
      reloader(fresh).reload(ReloadRequest.CAREFUL, Progress.NONE);
      new VectorFiller(fresh, embedder).fill(Progress.NONE);
      try (IndexView one = followed.newest(); IndexView other = fresh.newest()) {
        assertThat(held(one)).as("seed %d, step %d", seed, step).isEqualTo(held(other));
        for (DocumentEntry entry : other.documents()) {
          List<Segment> segments = one.segments(entry.id());
          assertThat(segments).isEqualTo(other.segments(entry.id()));
          assertThat(one.text(entry.id())).isEqualTo(other.text(entry.id()));
          inPlace(entry.id(), one.text(entry.id()).orElse(""), segments);
        }
        for (String word : WORDS) {
          assertThat(found(one, word)).as("seed %d, step %d, %s", seed, step, word).isEqualTo(found(other, word));
          assertThat(one.idf(term(one, word), Language.ENGLISH))
              .isEqualTo(other.idf(term(other, word), Language.ENGLISH));
        }
        assertThat(near(one)).isEqualTo(near(other));
      }
    }
  }

  /** Every segment's text is at its locator, in the file itself, but for the marks of headings and spaces at a line's end. */
  private void inPlace(String id, String text, List<Segment> segments) throws IOException {
    List<String> lines = Files.readAllLines(folder.path().resolve(id))
        .stream()
        .map(line -> line.replaceFirst("^## ", "").stripTrailing())
        .toList();
    for (Segment segment : segments) {
      assertThat(text.startsWith(segment.text(), segment.start())).isTrue();
      if (segment.locate(0, segment.text().length()) instanceof Locator.Lines at && id.endsWith("md")) {
        String there = String.join("\n", lines.subList(at.first() - 1, at.last()));
        assertThat(there).contains(segment.text().strip());
      }
    }
  }

  private void edit() {
    int kind = there.isEmpty() ? 0 : random.nextInt(8);
    switch (kind) {
      case 0, 1, 2 ->
        write("d" + random.nextInt(3) + "/f" + random.nextInt(12) + (random.nextInt(4) == 0 ? ".csv" : ".md"),
            text());
      case 3 -> {
        String id = any();
        there.remove(id);
        folder.delete(id);
      }
      case 4 -> {
        String id = any();
        String moved = "moved/" + random.nextInt(9) + "-" + id.substring(id.lastIndexOf('/') + 1);
        write(moved, String.valueOf(there.remove(id)));
        folder.delete(id);
      }
      case 5 -> write("copies/" + random.nextInt(9) + ".md", there.getOrDefault(any(), text()));
      case 6 -> {
        String id = any();
        write(id, there.get(id) + "\n\nThe " + word() + " is new.");
      }
      default -> write(any(), random.nextBoolean() ? "" : "The\u0000" + word());
    }
  }

  /** A file that can't be read keeps its last good text, of which a fresh index can't know. */
  private void mend() {
    List.copyOf(there.keySet())
        .stream()
        .filter(id -> there.getOrDefault(id, "").isBlank() || there.getOrDefault(id, "").contains("\u0000"))
        .forEach(id -> write(id, text()));
  }

  private void write(String id, String text) {
    folder.write(id, text);
    there.put(id, text);
  }

  private String any() {
    return List.copyOf(there.keySet()).get(random.nextInt(there.size()));
  }

  private String text() {
    var text = new StringBuilder();
    for (int block = random.nextInt(6); block >= 0; block--) {
      text.append(random.nextInt(3) == 0 ? "## The " + word() + "\n\n" : "");
      for (int sentence = random.nextInt(9); sentence >= 0; sentence--) {
        text.append("The ")
            .append(word())
            .append(" of the ")
            .append(word())
            .append(" is near the ")
            .append(word())
            .append(". ");
      }
      text.append("\n\n");
    }
    return text.toString();
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private Reloader reloader(SegmentIndex index) {
    return new Reloader(new FolderSource(folder.path(), (text, candidates) -> Language.ENGLISH), new Splitter(), index,
        new IndexManifest("model", "1", 1));
  }

  private static List<String> held(IndexView view) {
    return view.documents()
        .stream()
        .map(entry -> entry.id() + " " + entry.stamp() + " " + entry.title() + " " + entry.segments() + entry.problem())
        .toList();
  }

  private static String term(IndexView view, String word) {
    return view.terms(word, Language.ENGLISH).getFirst().text();
  }

  private List<String> found(IndexView view, String word) {
    List<ScoredSegment> found = view.matchingTerms(List.of(new WeightedTerm(term(view, word), 1)), Language.ENGLISH,
        500);
    return deadWeigh() ? found.stream().map(one -> one.segment().id()).sorted().toList() : ranked(found);
  }

  private static List<String> near(IndexView view) {
    return ranked(view.nearest(new float[]{0.6f, 0.8f}, 500));
  }

  /** By score, and by name where scores are alike. */
  private static List<String> ranked(List<ScoredSegment> scored) {
    return scored.stream().map(s -> "%.4f %s".formatted(s.score(), s.segment().id())).sorted().toList();
  }
}
