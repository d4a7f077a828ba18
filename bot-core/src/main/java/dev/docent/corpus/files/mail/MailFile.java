package dev.docent.corpus.files.mail;

import dev.docent.corpus.Language;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileFormat;
import dev.docent.corpus.files.format.PartParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.xml.sax.SAXException;

/** Reads a file that is a mail, a mailbox of them, or a mail as Outlook keeps it. */
public final class MailFile {
  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

  private MailFile() {}

  /**
   * @param depth how deep the mail lies in others
   * @param parts what parses the files that came with it
   */
  public static Extracted read(Path file, FileFormat format, Set<Language> folder, int depth, PartParser parts)
      throws IOException, SAXException {
    var text = new MailText();
    var attachments = new Attachments(folder, depth, parts);
    var mail = new MimeMail(text, attachments, folder);
    switch (format) {
      case OUTLOOK -> new OutlookMail(text, attachments, folder).read(file);
      case MAILBOX -> mailbox(Files.readAllBytes(file), mail);
      default -> {
        try (InputStream in = Files.newInputStream(file)) {
          mail.read(in, 1);
        }
      }
    }
    return text.extracted().remarking(attachments.remarks());
  }

  /** Each mail begins with a line "From …" after an empty one. */
  private static void mailbox(byte[] bytes, MimeMail mail) throws IOException, SAXException {
    int start = -1;
    for (int line = 0; line < bytes.length; line = nextLine(bytes, line)) {
      if (begins(bytes, line)) {
        one(bytes, start, line, mail);
        start = nextLine(bytes, line);
      }
    }
    one(bytes, start, bytes.length, mail);
  }

  private static void one(byte[] bytes, int start, int end, MimeMail mail) throws IOException, SAXException {
    if (start >= 0 && end > start) {
      mail.read(new ByteArrayInputStream(bytes, start, end - start), 1);
    }
  }

  private static int nextLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private static boolean begins(byte[] bytes, int line) {
    boolean afterEmpty = line == 0 || line >= 2 && bytes[line - 1] == '\n'
        && (bytes[line - 2] == '\n' || line >= 3 && bytes[line - 2] == '\r' && bytes[line - 3] == '\n');
    return afterEmpty && line + FROM.length <= bytes.length
        && java.util.Arrays.equals(bytes, line, line + FROM.length, FROM, 0, FROM.length);
  }
}
