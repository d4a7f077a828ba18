package archfixture.evaluation;

import archfixture.Docents;

/** Wires, where it should be handed what is wired. */
public interface Wirer {
  Docents docents();
}
