package archfixture.evaluation;

import archfixture.DocentFactory;

/** Wires, where it should be handed what is wired. */
public interface Wirer {
  DocentFactory docents();
}
