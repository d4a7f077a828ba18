package dev.docent.shell;

import dev.docent.boot.DocentBeans;
import dev.docent.boot.Exposure;
import dev.docent.shell.command.Session;
import dev.docent.shell.doctor.SettingOrigins;
import dev.docent.shell.text.Screen;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Starts Spring for one run, with as little as that run needs. */
final class ShellContext {
  /** The commands that run a model. */
  private static final List<String> ASKING = List.of("ask", "search");

  private ShellContext() {}

  /**
   * @param settings what the command line sets, by setting; nothing overrides it
   * @param watch whether this run follows the folder unless the user says otherwise
   * @param commands the names of those that this run may be asked for
   */
  static ConfigurableApplicationContext start(Map<String, String> settings, boolean watch, Screen screen,
      Session session, Predicate<String> commands) {
    LibraryLogs.settle();
    var docent = new DocentBeans();
    if (ASKING.stream().anyMatch(commands)) {
      docent.warmUp();
    }
    var application = new SpringApplication(ShellApplication.class) {
      // Named one by one, not found by annotations: see ShellBeans.
      @Override
      protected void load(ApplicationContext context, Object[] sources) {
        var beans = (GenericApplicationContext) context;
        docent.register(beans);
        new ShellBeans(beans).register(commands);
      }

      // All of it is set below, and spring.main.* is no setting of the shell.
      @Override
      protected void bindToSpringApplication(ConfigurableEnvironment environment) {}
    };
    application.setApplicationContextFactory(type -> new GenericApplicationContext());
    // They would read an application.properties of whatever folder the user stands in, and set up logging.
    application.setListeners(List.of());
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setAddCommandLineProperties(false);
    application.setAddConversionService(false);
    application.setRegisterShutdownHook(false);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(Map.of("docent.watch", Boolean.toString(watch)));
    application.addInitializers(context -> {
      context.getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource(SettingOrigins.FLAGS, Map.copyOf(settings)));
      context.getBeanFactory().registerSingleton("screen", screen);
      context.getBeanFactory().registerSingleton("session", session);
    });
    try {
      ConfigurableApplicationContext context = application.run();
      context.addApplicationListener((ContextClosedEvent closed) -> docent.close());
      if (!commands.test("doctor") || commands.test("ask")) {
        Exposure.of(context.getEnvironment()).forEach(exposed -> screen.note(exposed.line()));
      }
      return context;
    } catch (RuntimeException e) {
      docent.close();
      throw e;
    }
  }
}
