package dev.docent.shell;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts Spring for one run, with as little as that run needs. */
final class ShellContext {
  private ShellContext() {}

  /**
   * @param settings what the command line sets, by setting; nothing overrides it
   * @param watch whether this run follows the folder unless the user says otherwise
   */
  static ConfigurableApplicationContext start(Map<String, String> settings, boolean watch, Screen screen,
      Session session) {
    // Spring would read an application.properties of whatever folder the user stands in.
    System.setProperty("spring.config.location", "optional:classpath:/docent-shell.properties");
    var application = new SpringApplication(ShellConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setAddCommandLineProperties(false);
    application.setRegisterShutdownHook(false);
    application.setLazyInitialization(true);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(Map.of("docent.watch", Boolean.toString(watch)));
    application.addInitializers(context -> {
      context.getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource(SettingOrigins.FLAGS, Map.copyOf(settings)));
      context.getBeanFactory().registerSingleton("screen", screen);
      context.getBeanFactory().registerSingleton("session", session);
    });
    return application.run();
  }
}
