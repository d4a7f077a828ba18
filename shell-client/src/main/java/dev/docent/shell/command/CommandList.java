package dev.docent.shell.command;

import dev.docent.shell.line.CommandSpec;
import dev.docent.shell.line.Vocabulary;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.ApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.annotation.support.CommandFactoryBean;

/** The commands there are. A new one gets its class into this list. */
public final class CommandList {
  private static final List<Class<?>> CLASSES = List.of(AskCommand.class, SearchCommand.class, DocumentsCommand.class,
      ReloadCommand.class, EvalCommand.class, GapsCommand.class, DoctorCommand.class, PromptCommands.class);

  private CommandList() {}

  /** What they are called and take, read without starting any of them. */
  public static Vocabulary vocabulary() {
    return Vocabulary.of(CLASSES);
  }

  /**
   * Those that are wanted, as Spring Shell keeps them.
   *
   * @param context has the objects whose methods they are, made when one is run
   * @param wanted their names
   */
  public static CommandRegistry registry(ApplicationContext context, Predicate<String> wanted) {
    var registry = new CommandRegistry();
    for (Class<?> commands : CLASSES) {
      for (Method method : CommandSpec.methods(commands)) {
        if (wanted.test(CommandSpec.name(method))) {
          var factory = new CommandFactoryBean(method);
          factory.setApplicationContext(context);
          registry.registerCommand(factory.getObject());
        }
      }
    }
    return registry;
  }
}
