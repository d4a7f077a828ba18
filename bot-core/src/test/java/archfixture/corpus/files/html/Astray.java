package archfixture.corpus.files.html;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.index.Astray seen();
}
