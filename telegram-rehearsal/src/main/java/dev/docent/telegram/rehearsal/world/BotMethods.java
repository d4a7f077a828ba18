package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.rules.ApiErrorException;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Carries out every method but {@code getUpdates}. Called inside the world's lock. */
public final class BotMethods {
  /** These count together against what a chat bears. */
  public static final Set<String> COUNTED = Set.of("sendMessage", "sendMessageDraft", "sendDocument", "copyMessage",
      "forwardMessage", "editMessageText", "editMessageReplyMarkup");
  private static final Set<String> ACTIONS = Set.of("typing", "upload_document", "upload_photo", "find_location",
      "choose_sticker", "record_voice", "upload_voice", "record_video", "upload_video");
  private static final Set<String> REACTIONS = Set.of("👍", "👎", "❤", "🔥", "🎉", "🤔", "👏", "😢", "🙏", "👌", "🤝",
      "✍",
      "👀", "💯", "⚡", "🤷", "🆒", "👨‍💻");
  private static final long LARGEST_DOWNLOAD = 20L << 20;
  private static final long QUERY_LIVES = TimeUnit.SECONDS.toNanos(15);
  private final World world;
  private final ChatRules rules;
  private final MessageMethods messages;
  private final ProfileMethods profile;

  public BotMethods(World world) {
    this.world = world;
    this.rules = new ChatRules(world);
    this.messages = new MessageMethods(world, rules);
    this.profile = new ProfileMethods(world, rules);
  }

  /** The message a request writes or changes, for those that do. */
  public record Outcome(JsonNode result, Optional<StoredMessage> post) {
    public static Outcome of(JsonNode result) {
      return new Outcome(result, Optional.empty());
    }

    /** The bot isn't told how it ended. */
    public void doubt() {
      post.ifPresent(changed -> changed.doubtful = true);
    }
  }

  public Outcome run(String method, ObjectNode request, Map<String, ChatFile> files) {
    return switch (method) {
      case "sendMessage", "sendDocument" -> shown(messages.send(method, request, files));
      case "copyMessage" -> {
        StoredMessage post = messages.again(method, request);
        yield new Outcome(ApiJson.object().put("message_id", post.id), Optional.of(post));
      }
      case "forwardMessage" -> shown(messages.again(method, request));
      case "editMessageText" -> shown(messages.editText(method, request));
      case "editMessageReplyMarkup" -> shown(messages.editKeyboard(method, request));
      default -> Outcome.of(other(method, request));
    };
  }

  private Outcome shown(StoredMessage post) {
    return new Outcome(messages.json(post), Optional.of(post));
  }

  private JsonNode other(String method, ObjectNode request) {
    return switch (method) {
      case "sendMessageDraft" -> messages.draft(method, request);
      case "deleteMessage" -> messages.delete(method, request);
      case "sendChatAction" -> act(method, request);
      case "setMessageReaction" -> react(method, request);
      case "answerCallbackQuery" -> answer(request);
      case "getFile" -> file(request);
      case "getMe" -> profile.me();
      case "getWebhookInfo" -> world.webhook.info();
      case "setWebhook" -> world.webhook.set(request);
      case "deleteWebhook" -> world.webhook.delete(request);
      case "getChat" -> profile.chat(request);
      case "getChatMember" -> profile.member(request);
      case "getChatAdministrators" -> profile.administrators(request);
      case "leaveChat" -> profile.leave(request);
      case "setMyCommands" -> profile.setCommands(request);
      case "deleteMyCommands" -> profile.deleteCommands(request);
      case "getMyCommands" -> profile.commands(request);
      case "setMyDescription", "setMyShortDescription" -> BooleanNode.TRUE;
      default -> throw new IllegalStateException("the table has a method that nothing carries out: " + method);
    };
  }

  private JsonNode act(String method, ObjectNode request) {
    StoredChat room = rules.open(method, request);
    Chat place = rules.place(method, request, room);
    String action = request.path("action").asText();
    if (!ACTIONS.contains(action)) {
      world.violation(method + ": there is no action " + action);
      throw ApiErrorException.badRequest("wrong parameter action in request");
    }
    world.happen(new Happening.Acted(place, action));
    return BooleanNode.TRUE;
  }

  private JsonNode react(String method, ObjectNode request) {
    StoredMessage post = rules.post(method, request, rules.open(method, request), "react");
    String emoji = request.path("reaction").path(0).path("emoji").asText();
    if (request.path("reaction").size() > 1 || !(emoji.isEmpty() || REACTIONS.contains(emoji))) {
      world.violation(method + ": a bot sets one of the known reactions, not " + request.path("reaction"));
      throw ApiErrorException.badRequest("REACTION_INVALID");
    }
    world.happen(new Happening.Reacted(post.chat, post.id, emoji));
    return BooleanNode.TRUE;
  }

  private JsonNode answer(ObjectNode request) {
    ButtonPress press = world.presses.get(request.path("callback_query_id").asText());
    String text = request.path("text").asText();
    if (press != null && press.answered) {
      world.violation("answerCallbackQuery: query " + press.id + " is answered twice");
    } else if (press != null && !press.expired && press.handed != 0
        && System.nanoTime() - press.handed > QUERY_LIVES) {
      world.violation("answerCallbackQuery: query " + press.id + " is answered too late");
      press.expired = true;
    }
    if (press == null || press.answered || press.expired) {
      throw ApiErrorException.badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    press.answered = true;
    world.happen(new Happening.Noticed(press.chat, press.id, text, request.path("show_alert").asBoolean()));
    return BooleanNode.TRUE;
  }

  private JsonNode file(ObjectNode request) {
    ChatFile file = world.files.get(request.path("file_id").asText());
    if (file == null) {
      throw ApiErrorException.badRequest("wrong file_id or the file is temporarily unavailable");
    }
    if (file.bytes().length > LARGEST_DOWNLOAD || file.size() > LARGEST_DOWNLOAD) {
      if (file.size() > LARGEST_DOWNLOAD) {
        world.violation("getFile: the message said that " + file.name() + " is too big for a download");
      }
      throw ApiErrorException.badRequest("file is too big");
    }
    return ApiJson.object()
        .put("file_id", file.id())
        .put("file_unique_id", "u" + file.id())
        .put("file_size", file.bytes().length)
        .put("file_path", file.path());
  }
}
