package dev.docent.langchain4j;

import dev.docent.index.EmbedderContract;
import dev.docent.onnx.OnnxModels;

class LangChain4jEmbedderContractIT extends EmbedderContract {
  private static final LangChain4jEmbedder EMBEDDER = new LangChain4jEmbedder(OnnxModels.UNKEPT);

  LangChain4jEmbedderContractIT() {
    super(EMBEDDER);
  }
}
