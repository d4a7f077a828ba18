package dev.docent.telegram.rehearsal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import dev.docent.telegram.rehearsal.world.ChatFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request carries: JSON, a form, or a form in parts with files. */
record RequestBody(ObjectNode values, Map<String, ChatFile> files) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\r\n]*[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("(?i)content-disposition:[^\r\n]*filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\r\n]+)");

  static RequestBody read(@Nullable String contentType, @Nullable String query, byte[] body) {
    RequestBody read = new RequestBody(ApiJson.object(), new HashMap<>());
    read.form(query == null ? "" : query);
    String type = contentType == null ? "" : contentType;
    if (type.startsWith("multipart/form-data")) {
      read.parts(type, body);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      read.form(new String(body, StandardCharsets.UTF_8));
    } else if (body.length > 0) {
      read.values.setAll(ApiJson.parseObject(new String(body, StandardCharsets.UTF_8)));
    }
    return read;
  }

  private void form(String text) {
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  // Read as Latin-1, a letter is a byte and nothing is lost.
  private void parts(String type, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(type);
    if (!boundary.find()) {
      throw new IllegalArgumentException("a form in parts without a boundary");
    }
    String all = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    String[] parts = all.split(Pattern.quote("\r\n--" + boundary.group(1)));
    for (String part : parts) {
      int head = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
      if (name.find()) {
        part(utf8(name.group(1)), part.substring(0, head), part.substring(head + 4));
      }
    }
  }

  private void part(String name, String head, String content) {
    Matcher fileName = FILE_NAME.matcher(head);
    if (fileName.find()) {
      Matcher type = TYPE.matcher(head);
      byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
      files.put(name, new ChatFile(name, utf8(fileName.group(1)),
          type.find() ? type.group(1) : "application/octet-stream", bytes, bytes.length));
      values.put(name, "attach://" + name);
    } else {
      values.put(name, utf8(content));
    }
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
