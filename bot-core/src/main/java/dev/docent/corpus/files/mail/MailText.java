package dev.docent.corpus.files.mail;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Quotation;
import dev.docent.corpus.files.format.BlockText;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.format.Extracted;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/**
 * The text of a mail as it is written: the subject as a heading, who wrote it to whom and when, its own words, then what it
 * quotes and what came with it, each under a heading of its own.
 */
final class MailText {
  private static final Pattern BLANK_LINES = Pattern.compile("\\n[\\s\\u00A0]*\\n");
  private static final Pattern FORWARDS = Pattern
      .compile("(?iU)\\s*(?:fwd?|wg|tr|rv|i|enc|doorst|пересл|转发|轉寄)\\s*[:：].*");

  private final BlockText text = new BlockText();
  private String title = "";
  private String subject = "";

  /** The head of a mail; the first one's subject is the title. */
  void letterhead(int level, String subjectLine, String from, String to, String date) throws SAXException {
    subject = subjectLine;
    String heading = subjectLine.isBlank() ? "" : subjectLine;
    title = title.isEmpty() ? heading : title;
    if (heading.isEmpty() && from.isEmpty() && date.isEmpty()) {
      return;
    }
    text.add(Kind.HEADING, level, heading.isEmpty() ? "Mail from " + from : heading);
    text.add(Kind.PARAGRAPH, 0, "From: " + from + "\nTo: " + to + "\nDate: " + (date.isEmpty() ? "unknown" : date));
    check();
  }

  /** The words of a mail as plain text. */
  void words(int level, String words) throws SAXException {
    QuotedThread thread = QuotedThread.of(words, FORWARDS.matcher(subject).matches());
    paragraphs(thread.own());
    repeated(level, thread);
  }

  /** What is quoted, under headings: of a mail that was passed on the subject, of others who wrote them. */
  void repeated(int level, QuotedThread thread) throws SAXException {
    for (QuotedThread.Repeated older : thread.repeated()) {
      String attribution = older.attribution().replaceAll("[:：]\\s*$", "");
      String named = attribution.isBlank() ? "an older mail" : attribution;
      text.add(Kind.HEADING, level + 1, older.forwarded() ? named : Quotation.heading(named));
      paragraphs(older.text());
    }
  }

  void paragraphs(String words) throws SAXException {
    for (String part : BLANK_LINES.split(words)) {
      text.add(Kind.PARAGRAPH, 0, part.strip());
      check();
    }
  }

  /** Something of a structure of its own. */
  void part(Extracted part, int deeper) throws SAXException {
    text.append(part, deeper);
    check();
  }

  /** The words of a mail that has a structure of its own, and often says its subject again. */
  void body(Extracted part, int level) throws SAXException {
    boolean again = !part.blocks().isEmpty() && part.blocks().getFirst().kind() == Kind.HEADING
        && part.text()
            .substring(part.blocks().getFirst().start(), part.blocks().getFirst().end())
            .strip()
            .equalsIgnoreCase(subject);
    part(part, again ? level - 1 : level);
  }

  void heading(int level, String words) throws SAXException {
    text.add(Kind.HEADING, level, words);
    check();
  }

  boolean forwards() {
    return FORWARDS.matcher(subject).matches();
  }

  Extracted extracted() {
    return text.extracted(title);
  }

  private void check() throws SAXException {
    Bounds.check(text.length());
  }
}
