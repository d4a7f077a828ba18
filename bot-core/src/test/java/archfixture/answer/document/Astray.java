package archfixture.answer.document;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.reload.Astray seen();
}
