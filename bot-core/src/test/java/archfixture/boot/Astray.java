package archfixture.boot;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.answer.onnx.Astray seen();
}
