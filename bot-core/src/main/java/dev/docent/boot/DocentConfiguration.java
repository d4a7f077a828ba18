package dev.docent.boot;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.DocentFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Gives a program its {@link Docent}, opened at first use. An application of somebody else takes the starter. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocentProperties.class)
public class DocentConfiguration {

  @Bean
  @Lazy
  DocentSettings docentSettings(DocentProperties properties) {
    return properties.settings();
  }

  @Bean(destroyMethod = "close")
  @Lazy
  Docent docent(DocentSettings settings) {
    return DocentFactory.open(settings);
  }
}
