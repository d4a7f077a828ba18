package dev.docent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.ModelName.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {

  @Test
  void readsOfflineInAnyCase() {
    assertThat(ModelName.parse(" Offline ")).isEqualTo(ModelName.OFFLINE);
    assertThat(ModelName.OFFLINE.remote()).isFalse();
    assertThat(ModelName.OFFLINE).hasToString("offline");
  }

  @Test
  void readsAProviderAndItsModel() {
    ModelName name = ModelName.parse("OpenAI:gpt-4o");
    assertThat(name).isEqualTo(new ModelName(Provider.OPENAI, "gpt-4o"));
    assertThat(name.remote()).isTrue();
  }

  @Test
  void keepsTheColonsAndCapitalsOfAModel() {
    assertThat(ModelName.parse("ollama:Qwen2.5:7b").model()).isEqualTo("Qwen2.5:7b");
  }

  @Test
  void readsWhatItWrites() {
    for (String name : new String[]{"offline", "openai:a", "ollama:b:c", "anthropic:d", "gemini:e"}) {
      assertThat(ModelName.parse(name)).hasToString(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "openai", "openai:", "openai: ", ":gpt", "nobody:gpt", "offline:gpt", "gpt-4o"})
  void saysWhatIsPossible(String text) {
    assertThatThrownBy(() -> ModelName.parse(text)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("offline, openai:MODEL");
  }
}
