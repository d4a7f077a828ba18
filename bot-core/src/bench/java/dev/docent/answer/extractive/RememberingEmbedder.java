package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import dev.docent.index.Embedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes each vector once: over a whole set of questions the same sentences come up again and again. */
final class RememberingEmbedder implements Embedder {
  private final Embedder embedder;
  private final Map<String, float[]> made = new HashMap<>();

  RememberingEmbedder(Embedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public String name() {
    return embedder.name();
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public boolean understands(Language language) {
    return embedder.understands(language);
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    List<String> fresh = texts.stream().distinct().filter(text -> !made.containsKey(text)).toList();
    List<float[]> vectors = embedder.embed(fresh);
    for (int i = 0; i < fresh.size(); i++) {
      made.put(fresh.get(i), vectors.get(i));
    }
    var all = new ArrayList<float[]>();
    texts.forEach(text -> all.add(made.getOrDefault(text, new float[0])));
    return all;
  }
}
