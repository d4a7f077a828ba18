package dev.docent.telegram.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A file on its way into a chat. The library's own call for it binds the answer to all of its types, and reads the file
 * as it likes.
 */
public final class FileMessage extends BotApiMethod<ObjectNode> {
  private static final MediaType ANY = MediaType.get("application/octet-stream");

  private final long chat;
  private final @Nullable Integer thread;
  private final @Nullable Integer replyTo;
  private final Content content;

  /**
   * What is sent.
   *
   * @param file no link; read while it is sent
   * @param name what it is called in the chat
   * @param bytes its length; a file that has another by now isn't sent
   */
  public record Content(Path file, String name, long bytes) {}

  /**
   * @param thread the topic; null outside of one
   * @param replyTo the message it answers; null for none
   */
  public FileMessage(long chat, @Nullable Integer thread, @Nullable Integer replyTo, Content content) {
    this.chat = chat;
    this.thread = thread;
    this.replyTo = replyTo;
    this.content = content;
  }

  @Override
  public String getMethod() {
    return "sendDocument";
  }

  @Override
  public ObjectNode deserializeResponse(String answer) throws TelegramApiRequestException {
    return new Untyped(getMethod(), this).deserializeResponse(answer);
  }

  /** As it is sent. */
  RequestBody body() {
    var body = new MultipartBody.Builder().setType(MultipartBody.FORM).addFormDataPart("chat_id", Long.toString(chat));
    if (thread != null) {
      body.addFormDataPart("message_thread_id", Integer.toString(thread));
    }
    if (replyTo != null) {
      body.addFormDataPart("reply_parameters", "{\"message_id\":" + replyTo + ",\"allow_sending_without_reply\":true}");
    }
    return body.addFormDataPart("document", content.name(), read()).build();
  }

  private RequestBody read() {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return ANY;
      }

      @Override
      public long contentLength() {
        return content.bytes();
      }

      @Override
      public boolean isOneShot() {
        return true;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        try (InputStream in = Files.newInputStream(content.file(), LinkOption.NOFOLLOW_LINKS)) {
          in.transferTo(sink.outputStream());
        }
      }
    };
  }
}
