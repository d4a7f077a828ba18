package dev.docent.shell.index;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.Watch;
import dev.docent.reload.WatchListener;
import dev.docent.shell.outcome.Failure;
import dev.docent.shell.text.Printable;
import dev.docent.shell.text.ReceiptText;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Follows the folder beside the prompt, where the user wants it: one line for each reload, then its vectors. */
public final class FolderFollowing {
  private final Supplier<DocentSettings> settings;
  private final VectorFilling vectors;

  public FolderFollowing(Supplier<DocentSettings> settings, VectorFilling vectors) {
    this.settings = settings;
    this.vectors = vectors;
  }

  /** @param above shows a line while the user types */
  public Watch begin(Docent docent, Consumer<String> above) {
    return settings.get().watch() ? docent.watch(told(docent, above)) : Watch.NONE;
  }

  private WatchListener told(Docent docent, Consumer<String> above) {
    return new WatchListener() {
      @Override
      public void reloaded(ReloadReport report) {
        above.accept("  " + ReceiptText.line(report));
        vectors.wake(docent);
      }

      @Override
      public void failed(RuntimeException problem) {
        above.accept("  following the folder: " + Printable.line(Failure.of(problem).line()));
      }
    };
  }
}
