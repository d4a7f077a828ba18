package dev.docent.corpus.files.mail;

import dev.docent.corpus.Language;
import dev.docent.corpus.files.text.DeclaredCharset;
import dev.docent.corpus.files.text.Decoded;
import dev.docent.corpus.files.text.HtmlDecoding;
import dev.docent.corpus.files.text.TextDecoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.BasicBodyFactory;
import org.apache.james.mime4j.message.BodyFactory;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Reads a mail as it was sent: its parts are told by their types, decoded by what they declare, and written in turn. */
final class MimeMail {
  private static final int DEEPEST = 30;
  private static final MimeConfig LENIENT = MimeConfig.custom()
      .setMaxLineLen(-1)
      .setMaxHeaderLen(1 << 20)
      .setMaxHeaderCount(10_000)
      .setMaxContentLen(-1)
      .build();
  private static final Pattern PLAIN_NAME = Pattern.compile("(?i)\\b(?:file)?name\\s*=\\s*\"?([^\";]+)");

  private final MailText text;
  private final Attachments attachments;
  private final Set<Language> folder;

  MimeMail(MailText text, Attachments attachments, Set<Language> folder) {
    this.text = text;
    this.attachments = attachments;
    this.folder = folder;
  }

  /** Writes a mail, whose heading is of this level, and all that is in it. */
  void read(InputStream in, int level) throws IOException, SAXException {
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(LENIENT);
    builder.setBodyFactory(new RawBodies());
    read(builder.parseMessage(in), level);
  }

  /** The encoding a part says it has is looked at later, beside its bytes. */
  private static final class RawBodies implements BodyFactory {
    @Override
    public BinaryBody binaryBody(InputStream in) throws IOException {
      return BasicBodyFactory.INSTANCE.binaryBody(in);
    }

    @Override
    public TextBody textBody(InputStream in, String charset) throws IOException {
      return BasicBodyFactory.INSTANCE.textBody(in, "ISO-8859-1");
    }
  }

  private void read(Message mail, int level) throws IOException, SAXException {
    Optional<Charset> charset = firstCharset(mail, 0);
    text.letterhead(level, header(mail, "Subject", charset), header(mail, "From", charset),
        header(mail, "To", charset), date(mail, charset));
    var inside = new ArrayList<Entity>();
    write(mail, level, 0, inside);
    for (Entity part : inside) {
      attach(part, level, charset);
    }
  }

  /** Writes what is to be read as the mail's own words; what came with it is gathered. */
  private void write(Entity entity, int level, int depth, List<Entity> inside) throws IOException, SAXException {
    Body body = entity.getBody();
    String type = type(entity);
    if (depth > DEEPEST) {
      attachments.remark("holds parts in parts, more than " + DEEPEST + " deep; the innermost aren't read");
    } else if (body instanceof Multipart parts) {
      multipart(parts, type, level, depth, inside);
    } else if (body instanceof SingleBody single && text(type) && !attached(entity)) {
      words(single, entity, type, level);
    } else {
      inside.add(entity);
    }
  }

  private void multipart(Multipart parts, String type, int level, int depth, List<Entity> inside)
      throws IOException, SAXException {
    switch (type) {
      case "multipart/encrypted" -> attachments.remark("an encrypted part of it isn't read");
      case "multipart/alternative" -> {
        Optional<Entity> best = best(parts);
        if (best.isPresent()) {
          write(best.get(), level, depth + 1, inside);
        }
        // An invitation is more than another form of the words.
        parts.getBodyParts().stream().filter(part -> type(part).equals("text/calendar")).forEach(inside::add);
      }
      default -> {
        for (Entity part : parts.getBodyParts()) {
          write(part, level, depth + 1, inside);
        }
      }
    }
  }

  /** The richest form that says something: the last that can be read. */
  private static Optional<Entity> best(Multipart parts) throws IOException {
    Entity best = null;
    for (Entity part : parts.getBodyParts()) {
      String type = type(part);
      boolean readable = type.startsWith("multipart/") || type.equals("text/plain") || type.equals("text/html");
      best = readable && (best == null || says(part)) ? part : best;
    }
    return Optional.ofNullable(best);
  }

  private static boolean says(Entity part) throws IOException {
    return !(part.getBody() instanceof SingleBody single) || !HtmlMail.blank(bytes(single));
  }

  private void words(SingleBody body, Entity entity, String type, int level) throws IOException, SAXException {
    byte[] bytes = bytes(body);
    Optional<Charset> declared = charset(entity);
    if (type.equals("text/html")) {
      Decoded page = HtmlDecoding.decode(bytes, declared, folder);
      attachments.remarkOn("its text", page.remark());
      HtmlMail.write(page.text(), level, text);
      return;
    }
    Optional<Decoded> plain = TextDecoding.decode(bytes, declared, folder);
    if (plain.isEmpty()) {
      attachments.remark("a part of it that says it is text is none, and isn't read");
      return;
    }
    attachments.remarkOn("its text", plain.get().remark());
    text.words(level, FlowedText.of(plain.get().text(), parameter(entity, "format"), parameter(entity, "delsp")));
  }

  private void attach(Entity part, int level, Optional<Charset> charset) throws IOException, SAXException {
    String type = type(part);
    String name = name(part, charset);
    switch (part.getBody()) {
      case Message mail -> {
        if (attachments.enter(name.isEmpty() ? "a mail in it" : name)) {
          read(mail, level + 1);
          attachments.leave();
        }
      }
      case SingleBody body -> {
        if (type.endsWith("-signature") || type.equals("message/disposition-notification")) {
          return;
        }
        if (type.endsWith("pkcs7-mime") || type.equals("application/pgp-encrypted")) {
          attachments.remark("an encrypted part of it isn't read");
        } else {
          attachments.read(name, type, bytes(body), charset(part), level, text);
        }
      }
      case null, default -> attachments.remark("a part of it (" + type + ") isn't read");
    }
  }

  private static boolean text(String type) {
    return type.equals("text/plain") || type.equals("text/html") || type.equals("text/enriched");
  }

  private boolean attached(Entity entity) {
    return "attachment".equalsIgnoreCase(entity.getDispositionType())
        || !name(entity, Optional.empty()).isEmpty() && !"inline".equalsIgnoreCase(entity.getDispositionType());
  }

  private static String type(Entity entity) {
    String type = entity.getMimeType();
    return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(SingleBody body) throws IOException {
    try (InputStream in = body.getInputStream()) {
      return in.readAllBytes();
    }
  }

  private static Optional<Charset> charset(Entity entity) {
    return Optional.of(parameter(entity, "charset")).filter(name -> !name.isBlank()).flatMap(DeclaredCharset::named);
  }

  /** What a header whose bytes say nothing of themselves is likely written in. */
  private static Optional<Charset> firstCharset(Entity entity, int depth) {
    if (entity.getBody() instanceof Multipart parts && depth <= DEEPEST) {
      return parts.getBodyParts().stream().flatMap(part -> firstCharset(part, depth + 1).stream()).findFirst();
    }
    return charset(entity);
  }

  private static String parameter(Entity entity, String name) {
    Field field = entity.getHeader() == null ? null : entity.getHeader().getField("Content-Type");
    String value = field instanceof ContentTypeField type ? type.getParameter(name) : null;
    return value == null ? "" : value;
  }

  private String header(Entity mail, String name, Optional<Charset> charset) {
    return mail.getHeader() == null ? "" : header(mail.getHeader().getField(name), charset);
  }

  private String header(@Nullable Field field, Optional<Charset> charset) {
    if (field == null) {
      return "";
    }
    byte[] raw = field.getSafeRaw().toByteArray();
    int value = 0;
    while (value < raw.length && raw[value] != ':') {
      value++;
    }
    byte[] bytes = java.util.Arrays.copyOfRange(raw, Math.min(raw.length, value + 1), raw.length);
    return EncodedWords.decode(bytes, charset, folder).replaceAll("\\s+", " ").strip();
  }

  /** In UTC, if it is one; else as it stands there. */
  private String date(Message mail, Optional<Charset> charset) {
    Date date = mail.getDate();
    return date == null
        ? header(mail, "Date", charset)
        : date.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The file's name as it was given, in whichever of the three ways; empty for none. */
  private String name(Entity part, Optional<Charset> charset) {
    String disposed = part.getFilename();
    String typed = parameter(part, "name");
    for (String field : List.of("Content-Disposition", "Content-Type")) {
      String whole = header(part, field, charset);
      boolean raw = whole.chars().anyMatch(c -> c >= 0x80);
      Matcher plain = PLAIN_NAME.matcher(whole);
      if (raw && plain.find()) {
        return plain.group(1).strip();
      }
    }
    String name = disposed == null || disposed.isBlank() ? typed : disposed;
    return EncodedWords.decode(name.replaceAll("\\s+", " ")).strip();
  }
}
