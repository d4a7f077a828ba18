package archfixture.corpus.files.format;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.index.Astray seen();
}
