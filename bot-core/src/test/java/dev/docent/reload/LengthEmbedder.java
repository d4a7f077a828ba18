package dev.docent.reload;

import dev.docent.corpus.Language;
import dev.docent.index.Embedder;
import java.util.List;

/** Vectors of two dimensions that depend on a text's length. */
class LengthEmbedder implements Embedder {

  @Override
  public String name() {
    return "length";
  }

  @Override
  public int dimensions() {
    return 2;
  }

  @Override
  public boolean understands(Language language) {
    return true;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.stream()
        .map(text -> new float[]{(float) Math.cos(text.length()), (float) Math.sin(text.length())})
        .toList();
  }
}
