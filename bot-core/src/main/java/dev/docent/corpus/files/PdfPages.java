package dev.docent.corpus.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The text of each page of a PDF, as it is set, and the titles of its outline, which the parser tells at the end. */
final class PdfPages extends DefaultHandler {
  private final List<StringBuilder> pages = new ArrayList<>();
  private final Map<String, Integer> outline = new LinkedHashMap<>();
  private final StringBuilder title = new StringBuilder();
  private boolean inPage = false;
  private int divs = 0;
  private int depth = 0;
  private int length = 0;

  List<String> pages() {
    return pages.stream().map(StringBuilder::toString).toList();
  }

  /** Title to its level, 1 the outermost. */
  Map<String, Integer> outline() {
    return outline;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
    Bounds.check(length);
    if (inPage) {
      divs += name.equals("div") ? 1 : 0;
    } else if ("page".equals(attributes.getValue("class"))) {
      inPage = true;
      pages.add(new StringBuilder());
    } else if (name.equals("ul")) {
      endTitle();
      depth++;
    } else if (name.equals("li")) {
      endTitle();
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    if (inPage) {
      if (name.equals("p") || name.equals("div")) {
        pages.getLast().append("\n\n");
      }
      if (name.equals("div") && divs-- == 0) {
        inPage = false;
        divs = 0;
      }
    } else if (name.equals("li")) {
      endTitle();
    } else if (name.equals("ul")) {
      endTitle();
      depth--;
    }
  }

  @Override
  public void characters(char[] chars, int start, int count) throws SAXException {
    length += count;
    Bounds.check(length);
    if (inPage) {
      pages.getLast().append(chars, start, count);
    } else if (depth > 0) {
      title.append(chars, start, count);
    }
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int count) throws SAXException {
    characters(chars, start, count);
  }

  private void endTitle() {
    String said = PdfText.plain(title.toString());
    if (!said.isEmpty()) {
      outline.putIfAbsent(said, Math.max(1, depth));
    }
    title.setLength(0);
  }
}
