package dev.docent.corpus.files.pdf;

import dev.docent.corpus.files.format.Refusal;
import dev.docent.corpus.files.pdf.PdfRow.Chunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.jspecify.annotations.Nullable;

/**
 * What was filled into a form. It isn't among the words of a page; it is put beside those that stand beside its field,
 * or below a field's own name where none do.
 */
final class PdfForm {
  private static final int MOST_FIELDS = 20_000;
  private static final int MOST_ON_PAGE = 2_000;
  private static final int LONGEST = 20_000;
  private static final double BESIDE = 250;
  private static final double AWAY = 14;
  private static final double ABOVE = 30;
  private static final Map<String, String> UNTICKED = Map.of("ja", "Nein", "да", "Нет", "oui", "Non", "sí", "No", "sì",
      "No", "sim", "Não");

  /** A place to fill in. */
  private record Blank(double left, double right, double top, double bottom, String name, String value, boolean box) {
    double middle() {
      return (top + bottom) / 2;
    }
  }

  private final PDDocument pdf;
  private final Map<COSDictionary, PDField> fields;

  private PdfForm(PDDocument pdf, Map<COSDictionary, PDField> fields) {
    this.pdf = pdf;
    this.fields = fields;
  }

  /** @throws Refusal.Unreadable when the form is only XFA, which nothing but a few viewers show */
  static PdfForm of(PDDocument pdf) throws IOException {
    var fields = new IdentityHashMap<COSDictionary, PDField>();
    PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
    if (form != null) {
      for (PDField field : form.getFieldTree()) {
        if (fields.size() > MOST_FIELDS) {
          break;
        }
        for (PDAnnotationWidget widget : widgets(field)) {
          fields.put(widget.getCOSObject(), field);
        }
      }
      if (form.hasXFA() && fields.isEmpty()) {
        throw new Refusal.Unreadable(
            "is a form of the XFA kind, which holds no pages; open it in Adobe Reader, print it to a new PDF and add that");
      }
    }
    return new PdfForm(pdf, fields);
  }

  private static List<PDAnnotationWidget> widgets(PDField field) {
    List<PDAnnotationWidget> widgets = field.getWidgets();
    return widgets == null ? List.of() : widgets;
  }

  /** The words of a page, from 1, with the values of its fields. */
  List<Chunk> filled(List<Chunk> chunks, int number) throws IOException {
    if (fields.isEmpty()) {
      return chunks;
    }
    List<Blank> blanks = blanks(pdf.getPage(number - 1));
    if (blanks.isEmpty()) {
      return chunks;
    }
    var labelled = new ArrayList<Chunk>();
    PdfRows.of(chunks).forEach(row -> labelled.addAll(row.chunks()));
    var labels = new ArrayList<Integer>();
    for (Blank blank : blanks) {
      labels.add(label(blank, labelled, blanks));
    }
    var alone = new ArrayList<Chunk>();
    for (int i = 0; i < blanks.size(); i++) {
      Blank blank = blanks.get(i);
      int at = labels.get(i);
      if (blank.value.isEmpty()) {
        continue;
      }
      if (at >= 0) {
        Chunk label = labelled.get(at);
        labelled.set(at, label.value()
            ? label.saying(label.text() + ", " + blank.value)
            : valued(label, blank.value));
      } else {
        alone.add(new Chunk(named(blank.name, blank.value), blank.left, blank.right, blank.bottom, 10, false, true));
      }
    }
    labelled.addAll(alone);
    return labelled;
  }

  private static Chunk valued(Chunk label, String value) {
    return new Chunk(named(label.text(), value), label.left(), label.right(), label.base(), label.size(), label.bold(),
        true);
  }

  private static String named(String name, String value) {
    String bare = name.replaceFirst("[\\s._…]+$", "");
    return bare.isEmpty() ? value : bare.endsWith(":") || bare.endsWith("?") ? bare + " " + value : bare + ": " + value;
  }

  private List<Blank> blanks(PDPage page) throws IOException {
    var blanks = new ArrayList<Blank>();
    PDRectangle box = page.getCropBox();
    for (PDAnnotation annotation : page.getAnnotations()) {
      PDField field = fields.get(annotation.getCOSObject());
      PDRectangle at = annotation.getRectangle();
      if (field == null || at == null || annotation.isHidden() || blanks.size() > MOST_ON_PAGE) {
        continue;
      }
      String value = value(field, annotation);
      if (value != null) {
        double left = at.getLowerLeftX() - box.getLowerLeftX();
        double top = box.getUpperRightY() - at.getUpperRightY();
        blanks.add(new Blank(left, left + at.getWidth(), top, top + at.getHeight(), name(field),
            PdfText.plain(value.substring(0, Math.min(LONGEST, value.length()))),
            field instanceof PDCheckBox || field instanceof PDRadioButton));
      }
    }
    return blanks;
  }

  private static String name(PDField field) {
    String shown = field.getAlternateFieldName();
    String name = shown == null || shown.isBlank() ? field.getPartialName() : shown;
    return name == null ? "" : PdfText.plain(name.replace('_', ' '));
  }

  /** What the field says; empty for nothing; null for what isn't to be read, such as a button or a password. */
  private static @Nullable String value(PDField field, PDAnnotation widget) {
    return switch (field) {
      case PDTextField text -> text.isPassword() ? null : text.getValueAsString();
      case PDChoice choice -> shown(choice);
      case PDCheckBox box -> ticked(widget, box.getOnValue(), box.isChecked());
      case PDRadioButton ignored -> on(widget) ? ticked(widget, "", true) : "";
      default -> null;
    };
  }

  private static String shown(PDChoice choice) {
    List<String> exported = choice.getOptionsExportValues();
    List<String> displayed = choice.getOptionsDisplayValues();
    var shown = new ArrayList<String>();
    for (String value : choice.getValue()) {
      int at = exported.indexOf(value);
      shown.add(at >= 0 && at < displayed.size() ? displayed.get(at) : value);
    }
    return String.join(", ", shown);
  }

  private static boolean on(PDAnnotation widget) {
    String state = widget.getAppearanceState() == null ? "Off" : widget.getAppearanceState().getName();
    return !state.equals("Off");
  }

  private static String ticked(PDAnnotation widget, @Nullable String called, boolean ticked) {
    boolean on = widget.getAppearanceState() == null ? ticked : on(widget);
    String tick = called == null ? "" : called.strip();
    String small = tick.toLowerCase(Locale.ROOT);
    if (on) {
      return UNTICKED.containsKey(small) ? tick : "yes";
    }
    return UNTICKED.getOrDefault(small, "no");
  }

  /** The words that stand beside the blank, else above it: their number, or -1. */
  private static int label(Blank blank, List<Chunk> chunks, List<Blank> blanks) {
    int best = -1;
    double nearest = Double.MAX_VALUE;
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      double middle = chunk.base() - chunk.size() * 0.35;
      double away = Double.MAX_VALUE;
      boolean multiline = blank.bottom - blank.top > 3 * chunk.size();
      boolean sameRow = multiline
          ? middle >= blank.top - 4 && middle <= blank.bottom + 4
          : Math.abs(middle - blank.middle()) < 0.9 * chunk.size();
      if (sameRow && blank.box && chunk.left() >= blank.right - 2) {
        away = chunk.left() - blank.right;
      } else if (sameRow && chunk.right() <= blank.left + 2) {
        away = blank.left - chunk.right() + (blank.box ? AWAY : 0);
      } else if (!blank.box && middle < blank.top + 2 && blank.top - middle < ABOVE && chunk.left() < blank.right
          && chunk.right() > blank.left) {
        away = BESIDE + blank.top - middle;
      }
      if (away < nearest && away < BESIDE + ABOVE && !anotherBetween(blank, chunk, blanks)) {
        nearest = away;
        best = i;
      }
    }
    return best;
  }

  private static boolean anotherBetween(Blank blank, Chunk chunk, List<Blank> blanks) {
    double from = Math.min(chunk.right(), blank.right);
    double to = Math.max(chunk.left(), blank.left);
    double middle = chunk.base() - chunk.size() * 0.35;
    boolean beside = chunk.right() <= blank.left + 2 || chunk.left() >= blank.right - 2;
    return blanks.stream()
        .anyMatch(other -> other != blank && (beside
            ? Math.abs(other.middle() - blank.middle()) < 6 && other.left >= from - 2 && other.right <= to + 2
            : other.top > middle && other.bottom <= blank.top + 1 && other.left < blank.right
                && other.right > blank.left));
  }
}
