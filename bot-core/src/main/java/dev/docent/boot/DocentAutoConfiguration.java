package dev.docent.boot;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.Docents;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Gives a client its {@link Docent}, opened at first use. */
@AutoConfiguration
@EnableConfigurationProperties(DocentProperties.class)
public class DocentAutoConfiguration {

  @Bean
  @Lazy
  @ConditionalOnMissingBean
  DocentSettings docentSettings(DocentProperties properties) {
    return properties.settings();
  }

  @Bean(destroyMethod = "close")
  @Lazy
  @ConditionalOnMissingBean
  Docent docent(DocentSettings settings) {
    return Docents.open(settings);
  }
}
