package dev.docent.corpus.files.pdf;

import java.io.IOException;
import java.nio.file.Path;

/** How much of the text that went into PDFs is read from them, document by document. */
final class PdfReadingTable {
  private PdfReadingTable() {}

  /** Prints a table: a line for each document. The argument is the folder of the PDFs; none for those that are kept. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("| document | words | read | in order, % |\n|---|---|---|---|");
    for (Path truth : PdfReading.documents()) {
      Path pdf = PdfReading.pdf(truth);
      PdfReading reading = PdfReading.of(truth,
          arguments.length > 0 ? Path.of(arguments[0]).resolve(PdfReading.name(pdf)) : pdf);
      System.out.printf("| %s | %d | %d | %.1f |%n", reading.name(), reading.words(), reading.read(),
          100 * reading.share());
    }
  }
}
