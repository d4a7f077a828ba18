package dev.docent.shell;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.boot.DocentAutoConfiguration;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.annotation.support.CommandFactoryBean;
import org.springframework.shell.core.command.completion.CompletionProposal;
import org.springframework.shell.core.command.completion.CompletionProvider;

/** The shell's parts. Named one by one: a start must not search for them. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(DocentAutoConfiguration.class)
class ShellConfiguration {

  @Bean
  Preparation preparation(ObjectProvider<Docent> docent, Screen screen) {
    return new Preparation(docent::getObject, screen);
  }

  @Bean
  VectorFilling vectorFilling() {
    return new VectorFilling();
  }

  @Bean
  AskCommand askCommand(Preparation preparation, Session session, Screen screen) {
    return new AskCommand(preparation, session, screen);
  }

  @Bean
  SearchCommand searchCommand(Preparation preparation, Screen screen) {
    return new SearchCommand(preparation, screen);
  }

  @Bean
  DocumentsCommand documentsCommand(Preparation preparation, Screen screen) {
    return new DocumentsCommand(preparation, screen);
  }

  @Bean
  ReloadCommand reloadCommand(Preparation preparation, VectorFilling background, Screen screen) {
    return new ReloadCommand(preparation, background, screen);
  }

  @Bean
  EvalCommand evalCommand(Preparation preparation, Session session, Screen screen) {
    return new EvalCommand(preparation, session, screen);
  }

  @Bean
  GapsCommand gapsCommand(Preparation preparation) {
    return new GapsCommand(preparation);
  }

  @Bean
  DoctorCommand doctorCommand(ObjectProvider<DocentSettings> settings, ConfigurableEnvironment environment,
      Preparation preparation, Session session) {
    return new DoctorCommand(
        () -> new Doctor(settings.getObject(), new SettingOrigins(environment), preparation), session);
  }

  @Bean
  PromptCommands promptCommands(Preparation preparation, Session session, Screen screen) {
    return new PromptCommands(preparation, session, screen);
  }

  @Bean
  CompletionProvider documentNames(Preparation preparation) {
    return context -> preparation.docent().documents().stream().map(d -> new CompletionProposal(d.id())).toList();
  }

  @Bean
  CompletionProvider modelNames() {
    return context -> List.of("offline", "openai:", "ollama:", "anthropic:", "gemini:")
        .stream()
        .map(CompletionProposal::new)
        .toList();
  }

  @Bean
  Validator validator() {
    return NoConstraints.validator();
  }

  @Bean
  CommandRegistry commandRegistry(ApplicationContext context) {
    var registry = new CommandRegistry();
    for (Class<?> commands : Vocabulary.COMMAND_CLASSES) {
      for (Method method : CommandSpec.methods(commands)) {
        var factory = new CommandFactoryBean(method);
        factory.setApplicationContext(context);
        registry.registerCommand(factory.getObject());
      }
    }
    return registry;
  }

  @Bean
  CommandRunner commandRunner(CommandRegistry registry, Session session, Screen screen) {
    return new CommandRunner(registry, session, screen);
  }

  @Bean
  FolderFollowing folderFollowing(ObjectProvider<DocentSettings> settings, VectorFilling vectors) {
    return new FolderFollowing(settings::getObject, vectors);
  }

  @Bean
  Prompt prompt(CommandRunner commands, Preparation preparation, VectorFilling background, FolderFollowing following,
      Session session, Screen screen) {
    return new Prompt(commands, preparation, background, following, session, screen);
  }
}
