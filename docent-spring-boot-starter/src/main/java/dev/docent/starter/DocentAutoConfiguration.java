package dev.docent.starter;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.DocentFactory;
import dev.docent.boot.InvalidSettingException;
import dev.docent.langchain4j.ApplicationModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Gives an application a {@link Docent} over the folder that {@code docent.knowledge} names, and a retriever for
 * LangChain4j over the same. Nothing of the user's own settings file is read.
 */
@AutoConfiguration
@EnableConfigurationProperties(ApplicationProperties.class)
public final class DocentAutoConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  Docent docent(ApplicationProperties properties, ListableBeanFactory beans) {
    ApplicationModel lent = properties.byApplication() ? lent(beans) : null;
    DocentSettings settings = properties.settings(lent == null ? null : lent.name());
    return DocentFactory.open(settings, new DocentFactory.Models(settings.data().resolve("models")), lent);
  }

  @Bean
  @ConditionalOnMissingBean
  DocentContentRetriever docentContentRetriever(Docent docent) {
    return new DocentContentRetriever(docent);
  }

  @Bean
  @ConditionalOnMissingBean
  DocentLifecycle docentLifecycle(Docent docent, ApplicationProperties properties) {
    return new DocentLifecycle(docent, properties.reloadAtStart(), properties.watch());
  }

  /** The application's model, one that streams if there are both. */
  private static ApplicationModel lent(ListableBeanFactory beans) {
    Map.Entry<String, StreamingChatModel> streaming = only(beans, StreamingChatModel.class);
    if (streaming != null) {
      return ApplicationModel.of(streaming.getKey(), streaming.getValue());
    }
    Map.Entry<String, ChatModel> whole = only(beans, ChatModel.class);
    if (whole != null) {
      return ApplicationModel.of(whole.getKey(), whole.getValue());
    }
    throw new InvalidSettingException("docent.model",
        "is 'application', but the application has no bean of ChatModel or StreamingChatModel. Declare one, or name a model such as openai:NAME");
  }

  private static <T> Map.@Nullable Entry<String, T> only(ListableBeanFactory beans, Class<T> type) {
    if (beans.getBeanNamesForType(type).length == 0) {
      return null;
    }
    // Of several the primary one; without one, Spring's own words say which there are.
    T bean = beans.getBean(type);
    return beans.getBeansOfType(type)
        .entrySet()
        .stream()
        .filter(one -> one.getValue() == bean)
        .findFirst()
        .orElseGet(() -> Map.entry("chatModel", bean));
  }
}
