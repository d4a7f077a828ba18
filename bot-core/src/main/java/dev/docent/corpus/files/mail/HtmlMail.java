package dev.docent.corpus.files.mail;

import dev.docent.corpus.Block;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.html.CellMarks;
import dev.docent.corpus.files.html.TikaLimits;
import dev.docent.corpus.files.html.XhtmlBlocks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.html.JSoupParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.xml.sax.SAXException;

/** Writes a mail's words that are a web page: what programs mark as quoted, or what begins like it, comes last. */
final class HtmlMail {
  private static final String QUOTED = "blockquote, .gmail_quote, .gmail_quote_container, .yahoo_quoted, .moz-cite-prefix, .moz-forward-container, "
      + "#divRplyFwdMsg, #appendonsend, #isForwardContent, .protonmail_quote, .zmail_extra, #mail-editor-reference-message-container, .OutlookMessageHeader";

  private HtmlMail() {}

  /** Whether a page, or a plain text, has no words. */
  static boolean blank(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replaceAll("(?s)<style.*?</style>|<[^>]*+>|&nbsp;|[\\s\\u00A0]", "").isEmpty();
  }

  static void write(String html, int level, MailText into) throws IOException, SAXException {
    Document page = Jsoup.parse(html);
    page.select("head, style, script").remove();
    var older = new StringBuilder();
    for (Element quoted : outermost(page.select(QUOTED))) {
      older.append(plain(quoted, quoted.is("blockquote"))).append('\n');
      quoted.remove();
    }
    Extracted own = blocks(page.outerHtml());
    int from = 0;
    while (from < own.blocks().size() && !beginsAnother(own, from, into.forwards())) {
      from++;
    }
    if (from < own.blocks().size()) {
      older.insert(0, own.text().substring(own.blocks().get(from).start()) + "\n");
      own = until(own, from);
    }
    into.body(own, level);
    QuotedThread thread = QuotedThread.of(older.toString(), into.forwards());
    // Words that nothing marks as older are in what was taken for quoted as a whole.
    into.repeated(level, thread.own().isBlank()
        ? thread
        : new QuotedThread("", with(thread)));
  }

  private static List<QuotedThread.Repeated> with(QuotedThread thread) {
    var all = new ArrayList<QuotedThread.Repeated>();
    all.add(new QuotedThread.Repeated("", thread.own(), false));
    all.addAll(thread.repeated());
    return all;
  }

  /** Whether from this block on the page is what QuotedThread knows as another mail. */
  private static boolean beginsAnother(Extracted page, int block, boolean forwards) {
    String rest = page.text().substring(page.blocks().get(block).start());
    QuotedThread thread = QuotedThread.of(rest.substring(0, Math.min(rest.length(), 2_000)), forwards);
    return thread.own().isBlank() && !thread.repeated().isEmpty();
  }

  private static Extracted until(Extracted page, int block) {
    int end = block == 0 ? 0 : page.blocks().get(block - 1).end();
    List<Block> before = page.blocks().subList(0, block);
    return new Extracted(page.title(), page.text().substring(0, end), before, page.pages(), page.remarks());
  }

  private static List<Element> outermost(Elements quoted) {
    return quoted.stream().filter(one -> one.parents().stream().noneMatch(quoted::contains)).toList();
  }

  /** The words line by line, those of a quotation behind its mark. */
  private static String plain(Element element, boolean marked) throws IOException, SAXException {
    Element copy = element.clone();
    var lines = new StringBuilder();
    List<Element> inner = outermost(copy.children().select("blockquote"));
    var deeper = new StringBuilder();
    for (Element one : inner) {
      deeper.append(plain(one, true)).append('\n');
      one.remove();
    }
    copy.tagName("div");
    String words = blocks(copy.outerHtml()).text() + "\n" + deeper;
    words.lines().forEach(line -> lines.append(marked ? "> " : "").append(line).append('\n'));
    return lines.toString();
  }

  private static Extracted blocks(String html) throws IOException, SAXException {
    var blocks = new XhtmlBlocks(FileKind.HTML, true, new CellMarks());
    try {
      new JSoupParser().parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)), blocks, new Metadata(),
          TikaLimits.context());
    } catch (TikaException e) {
      throw new SAXException("a page that can't be read", e);
    }
    return blocks.extracted("");
  }
}
