package archfixture.corpus;

/** Has a name that says nothing. */
public interface DocumentHelper {}
