package archfixture.attic;

/** Lives in a room that is not on the plan. */
public interface Stray {}
