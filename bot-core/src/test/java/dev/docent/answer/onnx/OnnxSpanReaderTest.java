package dev.docent.answer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docent.answer.ReaderException;
import dev.docent.answer.SpanReader.Text;
import dev.docent.corpus.Language;
import dev.docent.onnx.OnnxModels;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnnxSpanReaderTest {

  @Test
  void saysWhyTheModelCannotBeLoadedAndTriesOnlyOnce() {
    var loads = new AtomicInteger();
    var reader = new OnnxSpanReader(() -> {
      loads.incrementAndGet();
      throw new UnsatisfiedLinkError("no onnxruntime in this build\nand more");
    });
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(ReaderException.class)
          .isThrownBy(() -> reader.read("Who?", List.of(new Text("Ada.", List.of()))))
          .withMessageContaining("reader-en can't be loaded")
          .withMessageEndingWith("no onnxruntime in this build")
          .matches(ReaderException::permanent);
    }
    assertThat(loads).hasValue(1);
  }

  @Test
  void understandsEnglishOnly() {
    var reader = new OnnxSpanReader(OnnxModels.UNKEPT);
    assertThat(List.of(Language.values()).stream().filter(reader::understands)).containsExactly(Language.ENGLISH);
  }

  @Test
  void needsNoModelForNoPassages() {
    assertThat(new OnnxSpanReader(() -> {
      throw new IllegalStateException();
    }).read("Who?", List.of())).isEmpty();
  }
}
