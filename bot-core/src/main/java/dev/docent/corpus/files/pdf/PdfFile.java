package dev.docent.corpus.files.pdf;

import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.OwnTitle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** The pages of a PDF as they are read, column after column, and the titles of its outline. */
public final class PdfFile {
  private static final int MOST_TITLES = 10_000;
  private static final int DEEPEST = 10;

  private PdfFile() {}

  public static Extracted read(Path file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      PdfForm form = PdfForm.of(pdf);
      var reading = new PdfPage();
      var pages = new ArrayList<List<PdfRow>>();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        pages.add(PdfRows.of(form.filled(reading.read(pdf, page), page)));
      }
      Extracted text = PdfText.of(pages, outline(pdf.getDocumentCatalog()));
      String title = OwnTitle.of(pdf.getDocumentInformation().getTitle());
      return new Extracted(title, text.text(), text.blocks(), text.pages());
    }
  }

  /** Title to its level, 1 the outermost. */
  private static Map<String, Integer> outline(PDDocumentCatalog catalog) {
    var titles = new LinkedHashMap<String, Integer>();
    PDOutlineNode outline = catalog.getDocumentOutline();
    if (outline != null) {
      collect(outline, 1, titles);
    }
    return titles;
  }

  private static void collect(PDOutlineNode node, int level, Map<String, Integer> titles) {
    int seen = 0;
    for (PDOutlineItem item : node.children()) {
      // Items may name each other in a circle.
      if (++seen > MOST_TITLES || titles.size() > MOST_TITLES || level > DEEPEST) {
        return;
      }
      String title = item.getTitle() == null ? "" : PdfText.plain(item.getTitle());
      if (!title.isEmpty()) {
        titles.putIfAbsent(title, level);
      }
      collect(item, level + 1, titles);
    }
  }
}
