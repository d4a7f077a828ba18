package dev.docent.corpus.files.pdf;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much of the text that went into a PDF is read from it: of the words of both, how many stand in both in the same
 * order. Footnotes, which are lines with {@code ^} in the truth, may stand anywhere, each in one piece. The rows of a
 * table are in the truth as they are to be read, with the names of their columns.
 *
 * @param words of the truth
 * @param read how many were read
 * @param right how many of them are the same, in the same order
 */
record PdfReading(String name, int words, int read, int right) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[-'.][\\p{L}\\p{M}\\p{N}]+)*");

  /** The truths, by name. */
  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(PdfReading.class.getResource("documents").toURI()))) {
      return files.filter(file -> name(file).endsWith(".txt")).sorted().toList();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  static Path pdf(Path truth) {
    return truth.resolveSibling(name(truth).replace(".txt", ".pdf"));
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  static PdfReading of(Path truth, Path pdf) throws IOException {
    String read = String.join(" ", words(PdfFile.read(pdf).text()));
    var said = new ArrayList<String>();
    int notes = 0;
    int lost = 0;
    for (String line : Files.readAllLines(truth)) {
      List<String> words = words(line);
      if (!line.startsWith("^ ")) {
        said.addAll(words);
        continue;
      }
      String note = String.join(" ", words);
      int at = read.indexOf(note);
      notes += words.size();
      lost += at < 0 ? words.size() : 0;
      read = at < 0 ? read : read.substring(0, at) + read.substring(at + note.length());
    }
    List<String> found = words(read);
    int right = same(said, found) + notes - lost;
    return new PdfReading(name(pdf).replace(".pdf", ""), said.size() + notes, found.size() + notes - lost, right);
  }

  double share() {
    return (double) right / Math.max(words, read);
  }

  private static List<String> words(String text) {
    Matcher words = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    return words.results().map(word -> word.group()).toList();
  }

  /** The length of the longest sequence of words that both have. */
  private static int same(List<String> one, List<String> other) {
    int[] above = new int[other.size() + 1];
    for (String word : one) {
      int[] row = new int[other.size() + 1];
      for (int j = 1; j <= other.size(); j++) {
        row[j] = word.equals(other.get(j - 1)) ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
      }
      above = row;
    }
    return above[other.size()];
  }
}
