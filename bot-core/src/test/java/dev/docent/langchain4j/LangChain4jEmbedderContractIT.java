package dev.docent.langchain4j;

import dev.docent.index.EmbedderContract;

class LangChain4jEmbedderContractIT extends EmbedderContract {
  private static final LangChain4jEmbedder EMBEDDER = new LangChain4jEmbedder();

  LangChain4jEmbedderContractIT() {
    super(EMBEDDER);
  }
}
