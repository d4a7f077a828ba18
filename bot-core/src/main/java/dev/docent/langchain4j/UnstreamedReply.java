package dev.docent.langchain4j;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * What a server sends that was asked for a stream and answers in one piece: OpenAI's protocol calls what is a message then
 * what is a delta in a stream, and else is the same. Stateless.
 */
final class UnstreamedReply {
  private static final int LARGEST = 4_000_000;

  private UnstreamedReply() {}

  /**
   * The answer as a stream of one piece.
   *
   * @throws IOException when it is no JSON
   */
  static InputStream asStream(InputStream body) throws IOException {
    var line = new StringWriter();
    try (JsonParser in = new JsonFactory().createParser(body.readNBytes(LARGEST));
        JsonGenerator out = new JsonFactory().createGenerator(line)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.FIELD_NAME && in.currentName().equals("message")) {
          out.writeFieldName("delta");
        } else {
          out.copyCurrentEvent(in);
        }
      }
    }
    return new ByteArrayInputStream(("data: " + line + "\n\ndata: [DONE]\n\n").getBytes(StandardCharsets.UTF_8));
  }
}
