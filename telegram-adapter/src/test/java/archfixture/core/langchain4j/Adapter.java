package archfixture.core.langchain4j;

/** Not for clients. */
public interface Adapter {}
