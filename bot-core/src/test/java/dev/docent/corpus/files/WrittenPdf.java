package dev.docent.corpus.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** PDFs that are set in their own way. */
final class WrittenPdf {
  private WrittenPdf() {}

  /** One page of two columns, written line by line across both, as some programs do. */
  static void columns(Path file, List<String> left, List<String> right) throws IOException {
    try (var pdf = new PDDocument()) {
      var page = new PDPage();
      pdf.addPage(page);
      PDFont font = new PDType1Font(FontName.HELVETICA);
      try (var content = new PDPageContentStream(pdf, page)) {
        for (int i = 0; i < left.size(); i++) {
          line(content, font, 60, 700 - 14 * i, left.get(i));
          line(content, font, 330, 700 - 14 * i, right.get(i));
        }
      }
      pdf.save(file.toFile());
    }
  }

  /** Pages of one line each, with a font that is embedded. */
  static void cyrillic(Path file, List<String> pages) throws IOException {
    try (var pdf = new PDDocument();
        InputStream ttf = PDDocument.class
            .getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      PDFont font = PDType0Font.load(pdf, ttf);
      for (String said : pages) {
        var page = new PDPage();
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
          line(content, font, 60, 700, said);
        }
      }
      pdf.save(file.toFile());
    }
  }

  /** One line that anybody may read, encrypted with a key of so many bits so that only its owner may change it. */
  static void unchangeable(Path file, String said, int bits) throws IOException {
    try (var pdf = new PDDocument()) {
      var page = new PDPage();
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        line(content, new PDType1Font(FontName.HELVETICA), 60, 700, said);
      }
      var permission = new AccessPermission();
      permission.setCanModify(false);
      var policy = new StandardProtectionPolicy("owner", "", permission);
      policy.setEncryptionKeyLength(bits);
      pdf.protect(policy);
      pdf.save(file.toFile());
    }
  }

  private static void line(PDPageContentStream content, PDFont font, float x, float y, String text)
      throws IOException {
    content.beginText();
    content.setFont(font, 11);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }
}
