package dev.docent.corpus.files.mail;

import dev.docent.corpus.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Reads a mail as Outlook keeps it (MSG). */
final class OutlookMail {
  private final MailText text;
  private final Attachments attachments;
  private final Set<Language> folder;

  OutlookMail(MailText text, Attachments attachments, Set<Language> folder) {
    this.text = text;
    this.attachments = attachments;
    this.folder = folder;
  }

  void read(Path file) throws IOException, SAXException {
    try (var mail = new MAPIMessage(file.toFile())) {
      read(mail, 1);
    } catch (ChunkNotFoundException e) {
      throw new SAXException("a part of the mail is missing", e);
    }
  }

  private void read(MAPIMessage mail, int level) throws IOException, SAXException, ChunkNotFoundException {
    mail.setReturnNullOnMissingChunk(true);
    if (mail.has7BitEncodingStrings()) {
      mail.guess7BitEncoding();
    }
    Calendar date = mail.getMessageDate();
    text.letterhead(level, said(mail.getSubject()), said(mail.getDisplayFrom()), said(mail.getDisplayTo()),
        date == null ? "" : date.toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
    String plain = mail.getTextBody();
    String html = mail.getHtmlBody();
    if (html != null && !HtmlMail.blank(html.getBytes(StandardCharsets.UTF_8))) {
      HtmlMail.write(html, level, text);
    } else if (plain != null && !plain.isBlank()) {
      text.words(level, plain.replace("\r\n", "\n").replace('\r', '\n'));
    } else if (mail.getRtfBody() != null) {
      attachments.read("text.rtf", "text/rtf", mail.getRtfBody().getBytes(StandardCharsets.ISO_8859_1),
          Optional.empty(), level, text);
    }
    for (AttachmentChunks attached : mail.getAttachmentFiles()) {
      attach(attached, level);
    }
  }

  private void attach(AttachmentChunks attached, int level) throws IOException, SAXException, ChunkNotFoundException {
    String name = name(attached);
    if (attached.isEmbeddedMessage()) {
      if (attachments.enter(name.isEmpty() ? "a mail in it" : name)) {
        read(attached.getEmbeddedMessage(), level + 1);
        attachments.leave();
      }
    } else if (attached.getAttachData() != null) {
      String type = attached.getAttachMimeTag() == null ? "" : said(attached.getAttachMimeTag().getValue());
      attachments.read(name, type, attached.getAttachData().getValue(), Optional.empty(), level, text);
    }
  }

  private static String name(AttachmentChunks attached) {
    for (StringChunk chunk : new StringChunk[]{attached.getAttachLongFileName(), attached.getAttachFileName(),
        attached.getAttachDisplayName()}) {
      if (chunk != null && !said(chunk.getValue()).isEmpty()) {
        return said(chunk.getValue());
      }
    }
    return "";
  }

  private static String said(@Nullable String value) {
    return value == null ? "" : value.replaceAll("[\\s\\u0000]+", " ").strip();
  }
}
