package dev.docent.telegram.sending;

import dev.docent.telegram.store.Button;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.text.Span;
import dev.docent.telegram.text.Styled;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Our messages in the library's words. */
final class MethodCalls {
  private MethodCalls() {}

  static SendMessage message(long chat, @Nullable Integer thread, @Nullable Integer replyTo, MessagePart part) {
    var call = new SendMessage(Long.toString(chat), part.words().text());
    call.setMessageThreadId(thread);
    if (replyTo != null) {
      var reply = new ReplyParameters(replyTo);
      reply.setAllowSendingWithoutReply(true);
      call.setReplyParameters(reply);
    }
    call.setEntities(entities(part.words()));
    call.setReplyMarkup(keyboard(part.buttons()));
    call.setLinkPreviewOptions(noPreview());
    return call;
  }

  static EditMessageText edit(long chat, int message, MessagePart part) {
    EditMessageText call = EditMessageText.builder().text(part.words().text()).build();
    call.setChatId(chat);
    call.setMessageId(message);
    call.setEntities(entities(part.words()));
    call.setReplyMarkup(keyboard(part.buttons()));
    call.setLinkPreviewOptions(noPreview());
    return call;
  }

  private static LinkPreviewOptions noPreview() {
    var options = new LinkPreviewOptions();
    options.setIsDisabled(true);
    return options;
  }

  static @Nullable List<MessageEntity> entities(Styled words) {
    return words.spans().isEmpty() ? null : words.spans().stream().map(MethodCalls::entity).toList();
  }

  private static MessageEntity entity(Span span) {
    var entity = new MessageEntity(span.kind().code(), span.offset(), span.length());
    entity.setLanguage(span.language());
    return entity;
  }

  static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
    return rows.isEmpty()
        ? null
        : new InlineKeyboardMarkup(rows.stream().map(row -> new InlineKeyboardRow(row.stream().map(button -> {
          var made = new InlineKeyboardButton(button.label());
          made.setCallbackData(button.data());
          return made;
        }).toList())).toList());
  }
}
