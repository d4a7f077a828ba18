package archfixture.retrieval;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.answer.Astray seen();
}
