package archfixture.answer.pipeline;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.reload.Astray seen();
}
