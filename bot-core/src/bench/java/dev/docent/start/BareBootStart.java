package dev.docent.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** A Spring Boot application as its starter makes it, which prints a line. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BareBootStart {

  public static void main(String[] arguments) {
    try (var context = SpringApplication.run(BareBootStart.class, arguments)) {
      System.out.println("started " + context.getBeanDefinitionCount());
    }
  }
}
