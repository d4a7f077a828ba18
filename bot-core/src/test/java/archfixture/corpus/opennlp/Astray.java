package archfixture.corpus.opennlp;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.corpus.files.Astray seen();
}
