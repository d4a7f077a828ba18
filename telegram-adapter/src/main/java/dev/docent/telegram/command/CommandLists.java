package dev.docent.telegram.command;

import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;

/** The commands that Telegram offers in its menu: by kind of chat, by language, and more for administrators. */
public final class CommandLists {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLists.class);
  private static final List<String> PRIVATE = List.of("new", "cancel", "lang", "privacy", "help");
  private static final List<String> GROUP = List.of("ask", "new", "cancel", "help");
  /** For a group's administrators: what others can't use isn't offered to them. */
  private static final List<String> GROUP_ADMIN = List.of("ask", "new", "cancel", "who", "help");
  private static final List<String> ADMIN = List.of("reload", "documents", "people", "status");

  private final Sender sender;

  public CommandLists(Sender sender) {
    this.sender = sender;
  }

  /** For everybody, in each language; English also for those whose language isn't there. */
  public void everywhere() throws InterruptedException {
    for (String language : Words.languages()) {
      Words words = Words.in(language);
      String code = language.equals(Words.languages().getFirst()) ? null : language;
      register(new BotCommandScopeAllPrivateChats(), PRIVATE, words, code);
      register(new BotCommandScopeAllGroupChats(), GROUP, words, code);
      register(new BotCommandScopeAllChatAdministrators(), GROUP_ADMIN, words, code);
    }
  }

  /** For one person's private chat, in the language they chose. */
  public void of(long person, Words words, boolean admin) throws InterruptedException {
    var names = new ArrayList<>(PRIVATE);
    if (admin) {
      names.addAll(0, ADMIN);
    }
    register(new BotCommandScopeChat(Long.toString(person)), names, words, null);
  }

  private void register(BotCommandScope scope, List<String> names, Words words, @Nullable String language)
      throws InterruptedException {
    List<BotCommand> commands = names.stream().map(n -> new BotCommand(n, words.say("command." + n))).toList();
    try {
      sender.repeatable(0, new SetMyCommands(commands, scope, language));
    } catch (ApiException e) {
      LOG.info("the list of commands stays as it was: {}", e.getMessage());
    }
  }
}
