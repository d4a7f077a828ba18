package archfixture.langchain4j.reply;

/** Sees a room that it may not see. */
public interface Astray {
  archfixture.index.lucene.Astray seen();
}
