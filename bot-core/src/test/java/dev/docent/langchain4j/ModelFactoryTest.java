package dev.docent.langchain4j;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.docent.ModelName;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFactoryTest {

  @Test
  void knowsNoModelThatIsOffline() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelFactory(ModelName.OFFLINE, null, Duration.ofSeconds(1), name -> null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "/v1", "ftp://host/", "http:///v1"})
  void refusesABaseUrlThatIsNone(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelFactory(ModelName.parse("openai:m"), URI.create(url), Duration.ofSeconds(1),
            name -> null))
        .withMessageContaining("docent.model-base-url");
  }
}
