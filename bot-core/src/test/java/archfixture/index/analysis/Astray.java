package archfixture.index.analysis;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.retrieval.Astray seen();
}
