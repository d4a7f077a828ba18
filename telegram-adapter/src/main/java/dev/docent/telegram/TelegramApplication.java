package dev.docent.telegram;

import dev.docent.DocentSettings;
import dev.docent.boot.Exposure;
import dev.docent.boot.InvalidSettingException;
import dev.docent.boot.ProgramEnd;
import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.telegram.api.TokenMask;
import dev.docent.telegram.store.StoreException;
import dev.docent.telegram.text.CleanText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Docent as a bot in Telegram. Help, version and misuse are answered before anything is started. */
public final class TelegramApplication {
  static final int FAILED = 1;
  static final int USAGE = 2;
  /** What sysexits.h calls a configuration error: starting again won't help. */
  static final int CONFIGURATION = 78;

  private TelegramApplication() {}

  public static void main(String[] arguments) {
    ProgramEnd.heedSignals();
    var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
    int code = run(Arguments.parse(arguments), System.out, err);
    System.out.flush();
    ProgramEnd.with(code);
  }

  static int run(Arguments arguments, PrintStream out, PrintStream err) {
    try {
      return switch (arguments) {
        case Arguments.Show show -> {
          out.print(show.text());
          yield 0;
        }
        case Arguments.Misuse misuse -> {
          err.println("docent: " + CleanText.line(misuse.message()));
          yield USAGE;
        }
        case Arguments.Rehearse rehearse -> RehearsalCommand.run(rehearse.settings(), out);
        case Arguments.Run run -> serve(run.settings(), err);
      };
    } catch (Exception e) {
      return tell(e, err);
    }
  }

  private static int serve(Map<String, String> settings, PrintStream err) throws InterruptedException {
    ConfigurableApplicationContext context = start(settings);
    Signals.heed(() -> {
      // A signal is how a bot is meant to end: nothing has failed.
      context.close();
      ProgramEnd.with(0);
    });
    TelegramBot bot = context.getBean(TelegramBot.class);
    Exposure.of(context.getEnvironment()).forEach(exposed -> err.println("docent: " + CleanText.line(exposed.line())));
    String loss = bot.storeLoss();
    if (loss != null) {
      err.println("docent: " + CleanText.line(loss));
    }
    String code = bot.pairingCode();
    if (code != null) {
      err.println("docent: this bot belongs to nobody yet. To become its administrator, send it this code: " + code);
    }
    bot.start(context.getBean(DocentSettings.class).watch());
    String why = bot.await();
    if (why != null) {
      context.close();
      throw new BotEndedException(why);
    }
    // Polling has ended because of a signal; who heeds that ends the program.
    new CountDownLatch(1).await();
    return 0;
  }

  static ConfigurableApplicationContext start(Map<String, String> settings) {
    // Spring would read an application.properties of whatever folder the user stands in.
    // The JDK's HTTP server gives nobody more seconds than this for a request; it reads that once.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    System.setProperty("spring.config.location", "optional:classpath:/docent-telegram.properties");
    var application = new SpringApplication(TelegramConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setAddCommandLineProperties(false);
    application.setRegisterShutdownHook(false);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(Map.of("docent.watch", "true", "management.endpoint.health.show-details",
        "always", "management.endpoint.health.status.order", "down,out-of-service,degraded,up,unknown"));
    application.addInitializers(context -> context.getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("flags", Map.copyOf(settings))));
    return application.run();
  }

  /** One line for a person, and the code for the system. */
  static int tell(Throwable thrown, PrintStream err) {
    Throwable cause = bare(thrown);
    String line = switch (cause) {
      case InvalidSettingException e -> message(e);
      case MissingTokenException e -> message(e);
      case BotEndedException e -> message(e);
      case StoreException e -> message(e);
      case CorpusUnavailableException e -> message(e);
      case dev.docent.index.IndexException e -> message(e);
      default -> "something unexpected failed: " + cause.getClass().getSimpleName() + ": " + message(cause)
          + "; run with DOCENT_DEBUG=1 for details";
    };
    err.println("docent: " + TokenMask.mask(CleanText.line(line)));
    if ("1".equals(System.getenv("DOCENT_DEBUG"))) {
      var trace = new java.io.StringWriter();
      thrown.printStackTrace(new java.io.PrintWriter(trace));
      err.println(TokenMask.mask(trace.toString()));
    }
    return configuration(thrown) ? CONFIGURATION : FAILED;
  }

  /** Whether somebody has to set something right before another start can come further than this one. */
  private static boolean configuration(Throwable thrown) {
    return causes(thrown).stream()
        .anyMatch(cause -> cause instanceof MissingTokenException || cause instanceof InvalidSettingException
            || cause instanceof BotEndedException || cause instanceof CorpusUnavailableException
            || cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException
            || cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException);
  }

  private static Throwable bare(Throwable thrown) {
    List<Throwable> causes = causes(thrown);
    return causes.stream()
        .filter(cause -> cause instanceof InvalidSettingException || cause instanceof MissingTokenException
            || cause instanceof BotEndedException || cause instanceof StoreException
            || cause instanceof CorpusUnavailableException || cause instanceof dev.docent.index.IndexException)
        .findFirst()
        .orElse(causes.getLast());
  }

  private static List<Throwable> causes(Throwable thrown) {
    var causes = new ArrayList<Throwable>();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? "no more is known" : e.getMessage();
  }
}
