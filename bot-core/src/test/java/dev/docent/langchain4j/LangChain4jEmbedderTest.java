package dev.docent.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docent.corpus.Language;
import dev.docent.index.EmbeddingException;
import dev.docent.onnx.OnnxModels;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LangChain4jEmbedderTest {

  @Test
  void saysWhyTheModelCannotBeLoadedAndTriesOnlyOnce() {
    var loads = new AtomicInteger();
    var embedder = new LangChain4jEmbedder(() -> {
      loads.incrementAndGet();
      throw new UnsatisfiedLinkError("no tokenizers in this build");
    });
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(EmbeddingException.class).isThrownBy(() -> embedder.embed(List.of("text")))
          .withMessageContaining("bge-small-en-v1.5-q can't be loaded")
          // Whoever shows it goes on in the same line.
          .withMessageEndingWith("no tokenizers in this build");
    }
    assertThat(loads).hasValue(1);
  }

  @Test
  void understandsEnglishOnly() {
    var embedder = new LangChain4jEmbedder(OnnxModels.UNKEPT);
    assertThat(List.of(Language.values()).stream().filter(embedder::understands)).containsExactly(Language.ENGLISH);
  }

  @Test
  void needsNoModelForNoTexts() {
    assertThat(new LangChain4jEmbedder(() -> {
      throw new IllegalStateException();
    }).embed(List.of())).isEmpty();
  }
}
