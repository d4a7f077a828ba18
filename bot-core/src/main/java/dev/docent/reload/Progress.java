package dev.docent.reload;

/** Hears how far long work has come. Called often and from one thread at a time; must return quickly. */
public interface Progress {

  /** What is being done: {@code reading} documents or making {@code vectors}. */
  void at(String work, int done, int total);

  /** Nobody listens. */
  Progress NONE = (work, done, total) -> {};
}
