package dev.docent.telegram.rehearsal.terminal;

import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.NotSeenException;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.chat.UserMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person chats with the bot in a terminal. Every line is a message; one with a colon before it is something else that
 * one does in Telegram. From a pipe the next line is read when the bot has come to rest.
 */
public final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration QUIET = Duration.ofMillis(700);
  /** Not everything is answered: what a bot shows no sign of for so long won't come. */
  private static final Duration SILENCE = Duration.ofSeconds(15);
  /** What a Telegram program sends as one message. */
  private static final int LONGEST = 4096;
  private static final long LARGEST_FILE = 50L << 20;
  private static final String HELP = """
      text            a message to the bot; a command such as /help is one too
      :1              press the button with the number
      :upload FILE    send a file
      :edit TEXT      change your last message here
      :reply TEXT     answer the bot's last message here
      :group          go to a group; there the bot hears commands, replies and its name, %s
      :topic          go to a topic of a forum
      :private        back to the private chat
      :as NAME [ru]   be somebody else, in another language if you like
      :quit           end the rehearsal""";
  private final FakeTelegram telegram;
  private final BufferedReader in;
  private final Scene scene;
  private final NumberedButtons buttons = new NumberedButtons();
  private final Map<String, TelegramUser> people = new HashMap<>();
  private final Map<String, UserMessage> lastOf = new HashMap<>();
  private final ChatView view;
  private volatile String code = "";
  private TelegramUser me;
  private Chat here;

  /**
   * @param in the lines
   * @param terminal whether a person types them and sees {@code out}
   * @param language of the person, an IETF tag
   */
  public Rehearsal(FakeTelegram telegram, BufferedReader in, PrintStream out, boolean terminal, String language) {
    this.telegram = telegram;
    this.in = in;
    this.scene = new Scene(out, terminal);
    this.me = new TelegramUser(1001, "You", "you", language, false);
    this.here = me.privateChat();
    this.view = new ChatView(scene, buttons, here);
    people.put(me.firstName(), me);
    telegram.open(here);
    telegram.watch(view);
  }

  /** Says which code makes the person the bot's administrator; {@code :pair} sends it. */
  public void pairing(String pairingCode) {
    code = pairingCode;
    note("The bot belongs to nobody yet. Send it the pairing code " + code + " to become its administrator.");
  }

  /**
   * Starts the bot and chats until there are no more lines; then the bot is ended.
   *
   * @return whether the bot kept all of Telegram's rules
   */
  public boolean run(BotUnderRehearsal bot) throws Exception {
    note(
        "A rehearsal: no Telegram, no token, nothing leaves this machine. :help shows what you can do, :quit ends it.");
    try (AutoCloseable running = bot.start(telegram)) {
      rest(0);
      converse();
    }
    List<String> violations = telegram.violations();
    if (!violations.isEmpty()) {
      note("Telegram's rules were broken:");
      violations.forEach(this::note);
    }
    return violations.isEmpty();
  }

  private void converse() throws IOException {
    scene.prompt(name());
    long awaited = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      scene.typed(name(), line);
      long before = telegram.happened();
      RehearsalInput typed = RehearsalInput.parse(line);
      if (typed instanceof RehearsalInput.Quit) {
        return;
      }
      // Several lines may have been typed ahead: each waits for something of its own.
      awaited = act(typed) && here.isPrivate() ? Math.max(awaited, before) + 1 : awaited;
      if (scene.terminal()) {
        promptAtRest(awaited, name());
      } else {
        rest(awaited);
      }
    }
    rest(awaited);
  }

  private String name() {
    return me.firstName() + (here.isPrivate() ? "" : " in " + here.title()) + "> ";
  }

  /** The next line may be typed at once; it is asked for when the bot has come to rest. */
  private void promptAtRest(long happened, String name) {
    Thread.ofVirtual().start(() -> {
      rest(happened);
      scene.prompt(name);
    });
  }

  private void rest(long happened) {
    try {
      telegram.await("an end", PATIENCE, () -> telegram.happened() >= happened && telegram.atRest(QUIET)
          || telegram.atRest(SILENCE));
    } catch (NotSeenException e) {
      note("The bot is still at work.");
    }
  }

  private void note(String words) {
    scene.show("", List.of("  " + PlainText.line(words)));
  }

  /** Whether the bot has something to react to. */
  private boolean act(RehearsalInput typed) {
    switch (typed) {
      case RehearsalInput.Text text -> pieces(text.text()).forEach(piece -> remember(telegram.say(me, here, piece)));
      case RehearsalInput.Press press -> {
        return press(press.button());
      }
      case RehearsalInput.Upload upload -> {
        return upload(upload.path());
      }
      case RehearsalInput.Edit edit -> {
        return edit(edit.text());
      }
      case RehearsalInput.Reply reply -> {
        return reply(reply.text());
      }
      case RehearsalInput.Go go -> {
        go(go.where());
        return false;
      }
      case RehearsalInput.As as -> {
        be(as);
        return false;
      }
      case RehearsalInput.Pair pair -> {
        return pair();
      }
      case RehearsalInput.Help help -> {
        HELP.formatted("@" + telegram.bot().username()).lines().forEach(line -> scene.show("", List.of(line)));
        return false;
      }
      case RehearsalInput.Wrong wrong -> {
        note(wrong.why() + ".");
        return false;
      }
      case RehearsalInput.Nothing nothing -> {
        return false;
      }
      case RehearsalInput.Quit quit -> {
        return false;
      }
    }
    return true;
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (text.length() - at > LONGEST) {
      int end = at + LONGEST - (Character.isHighSurrogate(text.charAt(at + LONGEST - 1)) ? 1 : 0);
      pieces.add(text.substring(at, end));
      at = end;
    }
    pieces.add(text.substring(at));
    return pieces;
  }

  private boolean pair() {
    if (code.isEmpty()) {
      note("There is no pairing code.");
      return false;
    }
    remember(telegram.say(me, here, code));
    return true;
  }

  private void remember(UserMessage message) {
    lastOf.put(me.id() + " " + here.id() + " " + here.topic(), message);
  }

  private boolean press(int number) {
    Optional<NumberedButtons.Numbered> pressed = buttons.get(number);
    if (pressed.isEmpty()) {
      note("There is no button " + number + ".");
      return false;
    }
    Chat chat = pressed.get().chat();
    if (chat.isPrivate() && chat.id() != me.id()) {
      note("Only " + chat.title() + " can press that; be " + chat.title() + " with :as " + chat.title() + ".");
      return false;
    }
    telegram.press(me, chat, pressed.get().message(), pressed.get().button().data());
    return true;
  }

  private boolean upload(String name) {
    try {
      Path file = Path.of(name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name);
      if (Files.size(file) > LARGEST_FILE) {
        note(name + " is too big to be sent.");
        return false;
      }
      String type = Files.probeContentType(file);
      telegram.upload(me, here, String.valueOf(file.getFileName()), type == null ? "application/octet-stream" : type,
          Files.readAllBytes(file));
      return true;
    } catch (IOException | InvalidPathException e) {
      note("There is no file " + name + " that can be read.");
      return false;
    }
  }

  private boolean edit(String text) {
    UserMessage last = lastOf.get(me.id() + " " + here.id() + " " + here.topic());
    if (last == null) {
      note("You have written nothing here yet.");
      return false;
    }
    remember(telegram.edit(last, text));
    return true;
  }

  private boolean reply(String text) {
    List<BotMessage> messages = telegram.sent(here);
    if (messages.isEmpty()) {
      note("The bot has written nothing here yet.");
      return false;
    }
    remember(telegram.reply(me, messages.getLast(), text));
    return true;
  }

  private void go(RehearsalInput.Where where) {
    here = switch (where) {
      case GROUP -> Chat.group(-2001, "Readers");
      case TOPIC -> Chat.forum(-1_000_000_003_001L, "Forum").inTopic(7);
      case PRIVATE -> me.privateChat();
    };
    view.look(here);
    if (!here.isPrivate()) {
      telegram.invite(here, me);
    }
  }

  private void be(RehearsalInput.As as) {
    TelegramUser known = people.computeIfAbsent(as.name(), name -> TelegramUser.named(1001 + people.size(), name));
    me = as.language().isEmpty() ? known : known.speaking(as.language());
    people.put(as.name(), me);
    if (here.isPrivate()) {
      here = me.privateChat();
      telegram.open(here);
    }
    view.look(here);
  }
}
