package dev.docent.reload;

import dev.docent.index.EmbedderContract;

class LengthEmbedderTest extends EmbedderContract {
  LengthEmbedderTest() {
    super(new LengthEmbedder());
  }
}
