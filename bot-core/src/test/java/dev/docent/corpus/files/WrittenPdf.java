package dev.docent.corpus.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** PDFs that are set in their own way. */
public final class WrittenPdf {
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

  /** Words at a place of a page, from its upper left, in points. */
  public record Words(double x, double y, double size, boolean bold, String text) {
    public static Words at(double x, double y, String text) {
      return new Words(x, y, 10, false, text);
    }

    /** A small mark above the line, right behind these words. */
    public Words raised(String mark) throws IOException {
      return new Words(end(), y - 4, 6, false, mark);
    }

    /** Where the next words begin. */
    public double end() throws IOException {
      return x + new PDType1Font(FontName.HELVETICA).getStringWidth(text) * size / 1000;
    }

    public static Words bold(double x, double y, String text) {
      return new Words(x, y, 10, true, text);
    }
  }

  /** Pages of 595 x 842 points. */
  public static void placed(Path file, List<List<Words>> pages) throws IOException {
    try (var pdf = new PDDocument()) {
      for (List<Words> words : pages) {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
          place(content, words);
        }
      }
      pdf.save(file.toFile());
    }
  }

  private static void place(PDPageContentStream content, List<Words> words) throws IOException {
    for (Words word : words) {
      content.beginText();
      content.setFont(new PDType1Font(word.bold ? FontName.HELVETICA_BOLD : FontName.HELVETICA), (float) word.size);
      content.newLineAtOffset((float) word.x, (float) (842 - word.y));
      content.showText(word.text);
      content.endText();
    }
  }

  /** A form of one page: labels beside, above and after their fields. */
  public static void form(Path file) throws IOException {
    try (var pdf = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        place(content,
            List.of(new Words(60, 80, 14, true, "Application for a berth"), Words.at(60, 120, "Name of the owner"),
                Words.at(320, 120, "Telephone:"), Words.at(60, 160, "Home port"), Words.at(80, 220, "Insured"),
                Words.at(180, 220, "Heated in winter"), Words.at(60, 250, "Way of payment:"),
                Words.at(180, 250, "Cash"),
                Words.at(260, 250, "By card"), Words.at(60, 280, "Quay:"), Words.at(60, 310, "Secret word:"),
                Words.at(60, 340, "Remarks:")));
      }
      var form = new PDAcroForm(pdf);
      pdf.getDocumentCatalog().setAcroForm(form);
      var resources = new PDResources();
      resources.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
      form.setDefaultResources(resources);
      form.setDefaultAppearance("/Helv 10 Tf 0 g");
      text(form, page, "owner", 160, 108, "Ada Brandt").setAlternateFieldName("Owner");
      text(form, page, "phone", 380, 108, "555 0143");
      text(form, page, "port", 60, 166, "Vellmar");
      text(form, page, "no_label", 420, 600, "17").setAlternateFieldName("Number of the file");
      text(form, page, "secret", 160, 298, "swordfish").setPassword(true);
      text(form, page, "remarks", 160, 328, "");
      box(form, page, "insured", 62, 210, true);
      box(form, page, "heated", 162, 210, false);
      var radio = new PDRadioButton(form);
      radio.setPartialName("payment");
      radio.setWidgets(List.of(widget(page, 165, 240, 10, "cash", false), widget(page, 245, 240, 10, "card", true)));
      form.getFields().add(radio);
      radio.getCOSObject().setName(COSName.V, "card");
      var quay = new PDComboBox(form);
      quay.setPartialName("quay");
      place(quay.getWidgets().getFirst(), page, 160, 268, 120);
      form.getFields().add(quay);
      quay.setOptions(List.of("n", "s"), List.of("Northern quay", "Southern quay"));
      quay.setValue("s");
      pdf.save(file.toFile());
    }
  }

  /** A form that is only XML for Adobe's own viewer, with the page that other viewers show. */
  public static void xfa(Path file) throws IOException {
    try (var pdf = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        place(content, List.of(Words.at(60, 80, "Please wait. If this message is not replaced, get another viewer.")));
      }
      var form = new PDAcroForm(pdf);
      var xml = new COSStream();
      try (OutputStream out = xml.createOutputStream()) {
        out.write("<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"/>".getBytes(StandardCharsets.UTF_8));
      }
      form.getCOSObject().setItem(COSName.XFA, xml);
      pdf.getDocumentCatalog().setAcroForm(form);
      pdf.save(file.toFile());
    }
  }

  private static PDTextField text(PDAcroForm form, PDPage page, String name, float x, float y, String value)
      throws IOException {
    var field = new PDTextField(form);
    field.setPartialName(name);
    place(field.getWidgets().getFirst(), page, x, y, 120);
    form.getFields().add(field);
    field.setValue(value);
    return field;
  }

  private static void box(PDAcroForm form, PDPage page, String name, float x, float y, boolean ticked) {
    var field = new PDCheckBox(form);
    field.setPartialName(name);
    field.setWidgets(List.of(widget(page, x, y, 10, "On", ticked)));
    field.getCOSObject().setName(COSName.V, ticked ? "On" : "Off");
    form.getFields().add(field);
  }

  private static PDAnnotationWidget widget(PDPage page, float x, float y, float width, String state, boolean on) {
    var widget = new PDAnnotationWidget();
    place(widget, page, x, y, width);
    var states = new COSDictionary();
    states.setItem(COSName.getPDFName(state), new COSStream());
    states.setItem(COSName.OFF, new COSStream());
    var appearance = new PDAppearanceDictionary();
    appearance.getCOSObject().setItem(COSName.N, states);
    widget.setAppearance(appearance);
    widget.setAppearanceState(on ? state : "Off");
    return widget;
  }

  private static void place(PDAnnotationWidget widget, PDPage page, float x, float y, float width) {
    widget.setRectangle(new PDRectangle(x, 842 - y - 14, width, 14));
    widget.setPage(page);
    try {
      page.getAnnotations().add(widget);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
