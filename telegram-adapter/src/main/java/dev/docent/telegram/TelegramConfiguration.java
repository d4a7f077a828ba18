package dev.docent.telegram;

import dev.docent.CorpusStatus;
import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.boot.DocentConfiguration;
import dev.docent.telegram.TelegramBot.Patience;
import dev.docent.telegram.health.HealthServer;
import dev.docent.telegram.polling.Connection;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The program's parts. Named one by one: a bot needs few of what Spring Boot would start by itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramProperties.class)
@Import(DocentConfiguration.class)
@ImportAutoConfiguration({EndpointAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class, HealthContributorAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
    SimpleMetricsExportAutoConfiguration.class, MetricsAutoConfiguration.class, JvmMetricsAutoConfiguration.class,
    SystemMetricsAutoConfiguration.class, LogbackMetricsAutoConfiguration.class})
class TelegramConfiguration {

  @Bean
  TelegramSettings telegramSettings(TelegramProperties properties, DocentSettings docent) {
    return properties.settings(docent.data().resolve("telegram"));
  }

  @Bean
  TelegramBot telegramBot(TelegramSettings settings, Docent docent, MeterRegistry registry, Environment environment) {
    return TelegramBot.open(settings, docent, registry, Patience.STANDARD, Stores.open(environment, settings),
        Stores.oneIndex(environment));
  }

  @Bean
  HealthIndicator telegramHealthIndicator(TelegramBot bot) {
    return () -> switch (bot.connection()) {
      case Connection.Connected c -> Health.up().withDetail("bot", bot.username()).build();
      case Connection.Starting s -> Health.status("DEGRADED").withDetail("problem", "not connected yet").build();
      case Connection.Troubled t -> Health.status("DEGRADED").withDetail("problem", t.why()).build();
      case Connection.Ended e -> Health.down().withDetail("problem", e.why()).build();
      case Connection.Rejected r -> Health.down().withDetail("problem", String.valueOf(r.trouble())).build();
    };
  }

  @Bean
  HealthIndicator inboxHealthIndicator(TelegramBot bot) {
    return () -> {
      String trouble = bot.storeTrouble();
      if (trouble != null) {
        return Health.down().withDetail("problem", trouble).build();
      }
      String loss = bot.storeLoss();
      return (loss == null ? Health.up() : Health.status("DEGRADED").withDetail("problem", loss))
          .withDetail("load", bot.load())
          .build();
    };
  }

  @Bean
  HealthIndicator indexHealthIndicator(TelegramBot bot, Docent docent) {
    return () -> {
      CorpusStatus status = docent.status();
      String trouble = bot.folderTrouble();
      Health.Builder health = trouble == null
          ? Health.up()
          : Health.status("DEGRADED").withDetail("problem", trouble);
      return health.withDetail("documents", status.documents())
          .withDetail("segments", status.segments())
          .withDetail("unreadable", status.unreadable())
          .withDetail("vectorsMissing", status.vectorsMissing())
          .build();
    };
  }

  @Bean
  HealthIndicator modelHealthIndicator(Docent docent, DocentSettings settings) {
    return () -> (docent.model().equals(settings.model()) ? Health.up() : Health.status("DEGRADED"))
        .withDetail("model", docent.model().toString())
        .build();
  }

  @Bean
  HealthServer healthServer(HealthEndpoint health, MeterRegistry registry, TelegramSettings settings) {
    return new HealthServer(health, new MetricsEndpoint(registry), settings.healthPort());
  }
}
