package dev.docent.shell;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.boot.DocentBeans;
import dev.docent.shell.command.AskCommand;
import dev.docent.shell.command.CommandRunner;
import dev.docent.shell.command.CommandList;
import dev.docent.shell.command.DoctorCommand;
import dev.docent.shell.command.DocumentsCommand;
import dev.docent.shell.command.EvalCommand;
import dev.docent.shell.command.GapsCommand;
import dev.docent.shell.command.PromptCommands;
import dev.docent.shell.command.ReloadCommand;
import dev.docent.shell.command.SearchCommand;
import dev.docent.shell.command.Session;
import dev.docent.shell.doctor.Doctor;
import dev.docent.shell.doctor.SettingOrigins;
import dev.docent.shell.doctor.StartCache;
import dev.docent.shell.index.FolderFollowing;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.index.VectorFilling;
import dev.docent.shell.line.Completions;
import dev.docent.shell.prompt.Prompt;
import dev.docent.shell.text.Screen;
import jakarta.validation.Validator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.convert.support.ConfigurableConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.completion.CompletionProposal;
import org.springframework.shell.core.command.completion.CompletionProvider;

/**
 * The shell's parts. Named one by one, and made by plain calls when they are needed: a start must neither search for them
 * nor read annotations to learn how they are put together.
 */
record ShellBeans(GenericApplicationContext context) {

  /** @param commands the names of those that this run may be asked for */
  void register(Predicate<String> commands) {
    add(PreparedDocent.class, () -> new PreparedDocent(() -> bean(Docent.class), screen()));
    add(VectorFilling.class, VectorFilling::new);
    add(AskCommand.class, () -> new AskCommand(prepared(), session(), screen()));
    add(SearchCommand.class, () -> new SearchCommand(prepared(), screen()));
    add(DocumentsCommand.class, () -> new DocumentsCommand(prepared(), screen()));
    add(ReloadCommand.class, () -> new ReloadCommand(prepared(), bean(VectorFilling.class), screen()));
    add(EvalCommand.class, () -> new EvalCommand(prepared(), session(), screen()));
    add(GapsCommand.class, () -> new GapsCommand(prepared()));
    add(DoctorCommand.class, () -> new DoctorCommand(this::doctor, session()));
    add(PromptCommands.class, () -> new PromptCommands(prepared(), session(), screen()));
    add("documentNames", CompletionProvider.class, this::documentNames);
    add("modelNames", CompletionProvider.class, ShellBeans::modelNames);
    add(Validator.class, NoConstraints::validator);
    // By this name Spring looks for it; its own reads every locale there is, which takes a twentieth of a start.
    add("messageSource", MessageSource.class, NoMessages::new);
    add(ConfigurableConversionService.class, DefaultConversionService::new);
    add(CommandRegistry.class, () -> CommandList.registry(context, commands));
    add(CommandRunner.class, () -> new CommandRunner(bean(CommandRegistry.class), session(), screen()));
    add(FolderFollowing.class,
        () -> new FolderFollowing(() -> bean(DocentSettings.class), bean(VectorFilling.class)));
    add(Prompt.class, () -> new Prompt(bean(CommandRunner.class), prepared(), bean(VectorFilling.class),
        bean(FolderFollowing.class), session(), screen()));
  }

  private Doctor doctor() {
    return new Doctor(bean(DocentSettings.class), new SettingOrigins(context.getEnvironment()), prepared(),
        bean(DocentBeans.class)::checkModels, new StartCache(System::getProperty, bean(DocentBeans.class)::mended));
  }

  private CompletionProvider documentNames() {
    return asked -> prepared().opened().documents().stream().map(d -> new CompletionProposal(d.id())).toList();
  }

  private static CompletionProvider modelNames() {
    return asked -> Completions.modelNames().stream().map(CompletionProposal::new).toList();
  }

  private PreparedDocent prepared() {
    return bean(PreparedDocent.class);
  }

  private Session session() {
    return bean(Session.class);
  }

  private Screen screen() {
    return bean(Screen.class);
  }

  private <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  private <T> void add(Class<T> type, Supplier<T> made) {
    context.registerBean(type, made, bean -> bean.setLazyInit(true));
  }

  private <T> void add(String name, Class<T> type, Supplier<T> made) {
    context.registerBean(name, type, made, bean -> bean.setLazyInit(true));
  }
}
