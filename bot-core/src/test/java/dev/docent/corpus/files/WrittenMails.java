package dev.docent.corpus.files;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.activation.DataHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Properties;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Mails as Jakarta Mail writes them; as Outlook keeps them, with POI. */
public final class WrittenMails {
  private WrittenMails() {}

  static MimeMessage message(String subject, String charset) throws MessagingException {
    var message = new MimeMessage(Session.getInstance(new Properties()));
    message.setFrom(new InternetAddress("liv@example.org"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("desk@example.org"));
    message.setSubject(subject, charset);
    message.setSentDate(Date.from(Instant.parse("2024-03-05T10:00:00Z")));
    return message;
  }

  /** @param transfer how the bytes travel: 8bit, quoted-printable, base64 */
  public static MimeMessage text(String subject, String text, String charset, String transfer)
      throws MessagingException {
    MimeMessage message = message(subject, charset);
    message.setText(text, charset);
    message.setHeader("Content-Transfer-Encoding", transfer);
    return message;
  }

  public static MimeMessage html(String subject, String html) throws MessagingException {
    MimeMessage message = message(subject, "UTF-8");
    message.setText(html, "UTF-8", "html");
    return message;
  }

  public static MimeMessage mixed(String subject, BodyPart... parts) throws MessagingException {
    MimeMessage message = message(subject, "UTF-8");
    message.setContent(new MimeMultipart(parts));
    return message;
  }

  public static BodyPart words(String text) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, "UTF-8");
    return part;
  }

  public static BodyPart attached(String name, String type, byte[] bytes) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setFileName(name);
    part.setDisposition("attachment");
    return part;
  }

  public static BodyPart attached(MimeMessage inner) throws MessagingException, IOException {
    inner.saveChanges();
    var part = new MimeBodyPart();
    part.setContent(inner, "message/rfc822");
    return part;
  }

  public static Path write(MimeMessage message, Path file) throws MessagingException, IOException {
    message.saveChanges();
    try (OutputStream out = Files.newOutputStream(file)) {
      message.writeTo(out);
    }
    return file;
  }

  /** A mail in Outlook's own format, with a text attached. */
  public static void outlook(Path file, String subject, String text, String attachedName, byte[] attached)
      throws IOException {
    try (var out = new POIFSFileSystem(); OutputStream to = Files.newOutputStream(file)) {
      stream(out.getRoot(), "__properties_version1.0", new byte[32]);
      text(out.getRoot(), "001A", "IPM.Note");
      text(out.getRoot(), "0037", subject);
      text(out.getRoot(), "0C1A", "Liv Dale");
      text(out.getRoot(), "0E04", "The desk");
      text(out.getRoot(), "1000", text);
      DirectoryEntry attachment = out.getRoot().createDirectory("__attach_version1.0_#00000000");
      stream(attachment, "__properties_version1.0", new byte[8]);
      text(attachment, "3707", attachedName);
      stream(attachment, "__substg1.0_37010102", attached);
      out.writeFilesystem(to);
    }
  }

  private static void text(DirectoryEntry into, String property, String text) throws IOException {
    stream(into, "__substg1.0_" + property + "001F", text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static void stream(DirectoryEntry into, String name, byte[] bytes) throws IOException {
    into.createDocument(name, new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length)));
  }
}
