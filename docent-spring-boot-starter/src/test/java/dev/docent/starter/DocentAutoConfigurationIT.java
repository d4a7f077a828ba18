package dev.docent.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.Docent;
import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class DocentAutoConfigurationIT {
  private final Path folder;
  private final Path knowledge;

  DocentAutoConfigurationIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    knowledge = Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(knowledge.resolve("keys.md"),
        "# Keys\n\nThe spare keys are kept in the blue cabinet beside the printer.\n");
  }

  /** A model that says what it was shown. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class WithModel {
    private final List<String> asked = new ArrayList<>();

    @Bean
    ChatModel houseModel() {
      return new ChatModel() {
        @Override
        public ChatResponse doChat(ChatRequest request) {
          asked.add(request.messages().toString());
          return ChatResponse.builder()
              .aiMessage(AiMessage.from("The spare keys are in the blue cabinet. [1]"))
              .build();
        }
      };
    }
  }

  /** One that streams on a thread of its own, as those of most providers do. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class WithStreaming {

    @Bean
    StreamingChatModel streamingModel() {
      return new StreamingChatModel() {
        @Override
        public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
          Thread.ofVirtual().start(() -> {
            handler.onPartialResponse("The spare keys are ");
            handler.onPartialResponse("in the blue cabinet. [1]");
            handler.onCompleteResponse(ChatResponse.builder()
                .aiMessage(AiMessage.from("The spare keys are in the blue cabinet. [1]"))
                .build());
          });
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Plain {}

  interface Assistant {
    String chat(String question);
  }

  @Test
  void theApplicationsModelWritesWhenItIsAskedForAndOnlyThen() throws Exception {
    try (var context = start(WithModel.class, "--docent.model=application")) {
      Answer answer = context.getBean(Docent.class)
          .ask(Question.of("Where are the spare keys?"), AnswerListener.SILENT);
      assertThat(answer.reader()).hasToString("application:houseModel");
      assertThat(answer.text()).contains("The spare keys are in the blue cabinet. [1]");
    }
    try (var context = start(WithModel.class)) {
      Answer answer = context.getBean(Docent.class)
          .ask(Question.of("Where are the spare keys?"), AnswerListener.SILENT);
      assertThat(answer.reader()).hasToString("extractive");
      assertThat(context.getBean(WithModel.class).asked).isEmpty();
    }
  }

  @Test
  void oneThatStreamsOnAThreadOfItsOwnIsWaitedFor() throws Exception {
    try (var context = start(WithStreaming.class, "--docent.model=application")) {
      Answer answer = context.getBean(Docent.class)
          .ask(Question.of("Where are the spare keys?"), AnswerListener.SILENT);
      assertThat(answer.reader()).hasToString("application:streamingModel");
      assertThat(answer.text()).contains("The spare keys are in the blue cabinet. [1]");
    }
  }

  @Test
  void theRetrieverGivesAnAssistantThePassagesWithWhereTheyStand() {
    try (var context = start(WithModel.class)) {
      var retriever = context.getBean(DocentContentRetriever.class);
      var assistant = AiServices.builder(Assistant.class)
          .chatModel(context.getBean(ChatModel.class))
          .contentRetriever(retriever)
          .build();

      assertThat(assistant.chat("Where are the spare keys?")).contains("blue cabinet");
      assertThat(context.getBean(WithModel.class).asked).singleElement()
          .asString()
          .contains("kept in the blue cabinet beside the printer");
      assertThat(retriever.retrieve(dev.langchain4j.rag.query.Query.from("spare keys"))).first()
          .satisfies(
              content -> assertThat(content.textSegment().metadata().getString("document")).isEqualTo("keys.md"));
    }
  }

  @Test
  void itFollowsTheFolderAsLongAsTheApplicationRuns() throws Exception {
    try (var context = start(Plain.class, "--docent.watch=true")) {
      Docent docent = context.getBean(Docent.class);
      Files.writeString(knowledge.resolve("bikes.md"), "# Bikes\n\nBicycles stand in the yard behind the bakery.\n");
      long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (docent.documents().size() < 2 && System.nanoTime() < end) {
        Thread.sleep(100);
      }
      assertThat(docent.search("bicycles", 1)).first()
          .satisfies(passage -> assertThat(passage.segment().documentId()).isEqualTo("bikes.md"));
    }
  }

  @Test
  void whereTheReloadAtTheStartIsOffTheApplicationReloads() {
    try (var context = start(Plain.class, "--docent.reload-at-start=off")) {
      assertThat(context.getBean(Docent.class).documents()).isEmpty();
    }
  }

  @Test
  void anIdeKnowsTheSettings() throws Exception {
    List<URL> all = Collections.list(
        getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"));
    assertThat(all).anySatisfy(metadata -> {
      try (InputStream in = metadata.openStream()) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("docent.reload-at-start",
            "docent.knowledge", "the folder with the documents");
      }
    });
  }

  private ConfigurableApplicationContext start(Class<?> application, String... arguments) {
    var all = new ArrayList<>(List.of("--docent.knowledge=" + knowledge, "--docent.data=" + folder.resolve("data"),
        "--spring.main.banner-mode=off"));
    all.addAll(List.of(arguments));
    return new SpringApplicationBuilder(application).run(all.toArray(new String[0]));
  }
}
