package dev.docent.reload;

/** Hears what following the folder comes to. Called from one thread; must not throw. */
public interface WatchListener {

  /** The index was brought in line, and holds other documents now or can't read others than before. */
  void reloaded(ReloadReport report);

  /** Following goes on, but at present there is this problem. Told once, not at every look. */
  void failed(RuntimeException problem);
}
