package dev.docent.telegram.incoming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.incoming.Incoming.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads updates: who said what where, and whether it is meant for the bot. */
public final class IncomingReader {
  private static final ObjectMapper JSON = new ObjectMapper()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  /** The account through which administrators of a group speak namelessly. */
  private static final long ANONYMOUS_ADMIN = 1087968824L;
  private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@(\\w+))?(?:\\s+(.*))?",
      Pattern.DOTALL);

  private final Supplier<BotIdentity> identity;

  public IncomingReader(Supplier<BotIdentity> identity) {
    this.identity = identity;
  }

  /** @throws UnreadableUpdateException when the library doesn't know what to make of it */
  public Envelope read(long id, String raw) throws UnreadableUpdateException {
    Update update = parse(raw);
    return new Envelope(id, date(update), content(update));
  }

  /** Whether {@link #read} can read it. */
  public boolean readable(String raw) {
    try {
      parse(raw);
      return true;
    } catch (UnreadableUpdateException e) {
      return false;
    }
  }

  /** When it was said, as Telegram's clock has it; null when it doesn't say. */
  public @Nullable Instant date(JsonNode raw) {
    for (String kind : List.of("message", "edited_message", "my_chat_member")) {
      JsonNode date = raw.path(kind).path(kind.startsWith("edited") ? "edit_date" : "date");
      if (date.isNumber()) {
        return Instant.ofEpochSecond(date.asLong());
      }
    }
    return null;
  }

  private static Update parse(String raw) throws UnreadableUpdateException {
    try {
      JsonNode tree = JSON.readTree(raw);
      if (tree instanceof ObjectNode object) {
        // The library's is too small for the ids that may come; ours is kept beside it.
        object.put("update_id", 0);
        return Objects.requireNonNull(JSON.treeToValue(object, Update.class));
      }
      throw new UnreadableUpdateException("no object", null);
    } catch (JsonProcessingException | RuntimeException e) {
      throw new UnreadableUpdateException(e.getClass().getSimpleName(), e);
    }
  }

  private static Instant date(Update update) {
    Message message = update.getMessage() == null ? update.getEditedMessage() : update.getMessage();
    return message == null || message.getDate() == null ? Instant.now() : Instant.ofEpochSecond(message.getDate());
  }

  private Incoming content(Update update) {
    if (update.getMessage() != null) {
      return message(update.getMessage(), false);
    }
    if (update.getEditedMessage() != null) {
      return message(update.getEditedMessage(), true);
    }
    if (update.getCallbackQuery() != null) {
      return pressed(update.getCallbackQuery());
    }
    if (update.getMyChatMember() != null) {
      return membership(update.getMyChatMember());
    }
    return new Incoming.Nothing("a kind of update that isn't asked for");
  }

  private Incoming message(Message message, boolean edited) {
    Chat chat = message.getChat();
    if (message.getMigrateToChatId() != null && chat != null) {
      return new Incoming.Moved(chat.getId(), message.getMigrateToChatId());
    }
    // Either of the two messages that tell of it may be the one that arrives.
    if (message.getMigrateFromChatId() != null && chat != null) {
      return new Incoming.Moved(message.getMigrateFromChatId(), chat.getId());
    }
    Person person = person(message);
    if (chat == null || person == null || chat.isChannelChat()
        || Boolean.TRUE.equals(message.getIsAutomaticForward()) || message.getViaBot() != null) {
      return new Incoming.Nothing("not said by a person");
    }
    boolean group = !chat.isUserChat();
    boolean topic = Boolean.TRUE.equals(message.getIsTopicMessage());
    var place = new Place(chat.getId(), group, topic ? message.getMessageThreadId() : null);
    String text = message.getText() == null ? message.getCaption() : message.getText();
    boolean attached = message.getText() == null;
    if (message.getDocument() != null && !edited) {
      boolean meant = !group || meant(message, text == null ? "" : text);
      return meant ? file(place, person, message) : new Incoming.Nothing("a file among others");
    }
    if (text == null || text.isEmpty() && attached) {
      return group || edited || service(message)
          ? new Incoming.Nothing("without words")
          : new Incoming.Speechless(place, person, message.getMessageId());
    }
    return words(place, person, message, text, edited);
  }

  private Incoming words(Place place, Person person, Message message, String text, boolean edited) {
    Matcher command = COMMAND.matcher(text.strip());
    if (command.matches()) {
      String at = command.group(2);
      boolean otherBot = at != null && !at.equalsIgnoreCase(identity.get().username());
      // A bot that reads everything also reads commands that nobody gave it.
      boolean stray = at == null && place.group() && identity.get().readsAll() && !repliesToBot(message);
      if (otherBot || stray || edited && !command.group(1).equalsIgnoreCase("ask")) {
        return new Incoming.Nothing("a command for somebody else");
      }
      String rest = command.group(3) == null ? "" : command.group(3).strip();
      String name = command.group(1).toLowerCase(Locale.ROOT);
      boolean forwarded = message.getForwardOrigin() != null;
      return name.equals("ask") && !rest.isEmpty()
          ? new Incoming.Words(place, person, message.getMessageId(), rest, edited,
              referred(message))
          : new Incoming.Command(place, person, message.getMessageId(), name, rest, forwarded);
    }
    if (place.group() && !meant(message, text)) {
      return new Incoming.Nothing("said to others");
    }
    return new Incoming.Words(place, person, message.getMessageId(), withoutMention(text), edited, referred(message));
  }

  private boolean meant(Message message, String text) {
    return repliesToBot(message) || mentions(message, text);
  }

  private boolean repliesToBot(Message message) {
    Message earlier = message.getReplyToMessage();
    return earlier != null && earlier.getFrom() != null && earlier.getFrom().getId() == identity.get().id();
  }

  /** What the message replies to, as far as it has words; what opened a topic has none. */
  private static Incoming.@Nullable Referred referred(Message message) {
    Message earlier = message.getReplyToMessage();
    int id = earlier == null || earlier.getMessageId() == null ? 0 : earlier.getMessageId();
    String quote = message.getQuote() == null ? null : message.getQuote().getText();
    if (quote != null && !quote.isBlank()) {
      return new Incoming.Referred(id, quote, true);
    }
    String text = earlier == null ? null : earlier.getText() == null ? earlier.getCaption() : earlier.getText();
    return text == null || text.isBlank() ? null : new Incoming.Referred(id, text, false);
  }

  private boolean mentions(Message message, String text) {
    List<MessageEntity> entities = message.getText() == null ? message.getCaptionEntities() : message.getEntities();
    if (entities == null) {
      return false;
    }
    return entities.stream().anyMatch(entity -> switch (String.valueOf(entity.getType())) {
      case "mention" -> inside(entity, text)
          && text.substring(entity.getOffset(), entity.getOffset() + entity.getLength())
              .equalsIgnoreCase("@" + identity.get().username());
      case "text_mention" -> entity.getUser() != null && entity.getUser().getId() == identity.get().id();
      default -> false;
    });
  }

  private static boolean inside(MessageEntity entity, String text) {
    return entity.getOffset() >= 0 && entity.getLength() > 0
        && entity.getOffset() + entity.getLength() <= text.length();
  }

  private String withoutMention(String text) {
    return identity.get().username().isEmpty()
        ? text.strip()
        : text.replaceAll("(?i)@" + Pattern.quote(identity.get().username()) + "\\b[,:]?", " ")
            .replaceAll(" {2,}", " ")
            .strip();
  }

  private static Incoming file(Place place, Person person, Message message) {
    var document = message.getDocument();
    return new Incoming.File(place, person, message.getMessageId(), String.valueOf(document.getFileId()),
        document.getFileName() == null ? "" : document.getFileName(),
        document.getFileSize() == null ? -1 : document.getFileSize());
  }

  /** What Telegram itself says in a chat, as opposed to what a person sent. */
  private static boolean service(Message message) {
    return message.getVoice() == null && message.getSticker() == null && message.getPhoto() == null
        && message.getVideo() == null && message.getVideoNote() == null && message.getAudio() == null
        && message.getAnimation() == null && message.getPoll() == null && message.getLocation() == null
        && message.getVenue() == null && message.getContact() == null && message.getDice() == null
        && message.getStory() == null && message.getGame() == null && message.getText() == null;
  }

  private static @Nullable Person person(Message message) {
    User from = message.getFrom();
    Chat speaker = message.getSenderChat();
    if (speaker != null && (from == null || from.getId() == ANONYMOUS_ADMIN || Boolean.TRUE.equals(from.getIsBot()))) {
      return speaker.isChannelChat() && from == null
          ? null
          : new Person(speaker.getId(), speaker.getTitle() == null ? "" : speaker.getTitle(), null, null, true);
    }
    return from == null || Boolean.TRUE.equals(from.getIsBot()) ? null : person(from);
  }

  private static Person person(User user) {
    String last = user.getLastName() == null ? "" : " " + user.getLastName();
    return new Person(user.getId(), user.getFirstName() + last, user.getUserName(), user.getLanguageCode(), false);
  }

  private static Incoming pressed(CallbackQuery query) {
    if (query.getFrom() == null || query.getId() == null) {
      return new Incoming.Nothing("pressed by nobody");
    }
    var message = query.getMessage();
    Place place = null;
    int id = 0;
    if (message != null && message.getChat() != null) {
      Chat chat = message.getChat();
      Integer thread = message instanceof Message m && Boolean.TRUE.equals(m.getIsTopicMessage())
          ? m.getMessageThreadId()
          : null;
      place = new Place(chat.getId(), chat.getId() < 0, thread);
      id = message.getMessageId() == null ? 0 : message.getMessageId();
    }
    return new Incoming.Pressed(query.getId(), person(query.getFrom()), place, id,
        query.getData() == null ? "" : query.getData());
  }

  private static Incoming membership(ChatMemberUpdated change) {
    if (change.getChat() == null || change.getFrom() == null || change.getNewChatMember() == null) {
      return new Incoming.Nothing("a membership without its parts");
    }
    String status = change.getNewChatMember().getStatus();
    boolean member = !status.equals("kicked") && !status.equals("left");
    Chat chat = change.getChat();
    String title = chat.getTitle() == null ? "" : chat.getTitle();
    return new Incoming.Membership(new Place(chat.getId(), !chat.isUserChat(), null), person(change.getFrom()), title,
        member);
  }
}
