package archfixture;

/** Wires adapters, and may. */
public interface DocentFactory {
  archfixture.langchain4j.Astray adapter();
}
