package archfixture.privacy;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.retrieval.Astray seen();
}
