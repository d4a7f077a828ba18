package archfixture;

/** Wires adapters, and may. */
public interface Docents {
  archfixture.langchain4j.Astray adapter();
}
