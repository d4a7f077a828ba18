package dev.docent.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.docent.ModelName.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

  @Test
  void takesTheUsualVariableBeforeTheOther() throws IOException {
    var environment = Map.of("GOOGLE_API_KEY", "other", "GEMINI_API_KEY", " usual ");
    assertThat(new ApiKeys(environment::get).find(Provider.GEMINI)).contains("usual");
    assertThat(new ApiKeys(Map.of("GOOGLE_API_KEY", "other")::get).find(Provider.GEMINI)).contains("other");
  }

  @Test
  void readsTheFileThatAVariableNames(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "secret\n");
    assertThat(new ApiKeys(Map.of("OPENAI_API_KEY_FILE", file.toString())::get).find(Provider.OPENAI))
        .contains("secret");
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatIOException()
        .isThrownBy(() -> new ApiKeys(Map.of("OPENAI_API_KEY_FILE", "/nowhere/key")::get).find(Provider.OPENAI))
        .withMessage("OPENAI_API_KEY_FILE names /nowhere/key, which can't be read");
  }

  @Test
  void doesNotShowWhatAWrongFileHolds(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "secret\nmore");
    assertThatIOException()
        .isThrownBy(() -> new ApiKeys(Map.of("OPENAI_API_KEY_FILE", file.toString())::get).find(Provider.OPENAI))
        .withMessageEndingWith("which doesn't hold a key on one line");
  }

  @Test
  void findsNoneWhereNoneIsSet() throws IOException {
    assertThat(new ApiKeys(name -> null).find(Provider.ANTHROPIC)).isEmpty();
    assertThat(new ApiKeys(name -> "x").find(Provider.OLLAMA)).isEmpty();
  }
}
