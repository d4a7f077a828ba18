package dev.docent.shell.index;

import dev.docent.Docent;
import dev.docent.index.EmbeddingException;
import dev.docent.index.IndexBusyException;
import dev.docent.index.IndexDamagedException;
import dev.docent.index.IndexException;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.UnconfirmedRemovalException;
import dev.docent.shell.text.Phrases;
import dev.docent.shell.text.ProgressLine;
import dev.docent.shell.text.Screen;
import java.util.function.Supplier;

/** Docent made ready for what a command needs: opened at first use, its index in line with the folder. */
public final class PreparedDocent {
  /** So few vectors are made before a single question is answered. */
  static final int AT_ONCE = 64;
  /** So many are made behind a batch, for the next one. */
  static final int FOR_A_BATCH = 20_000;
  private static final int MUCH = 5;

  private final Supplier<Docent> opening;
  private final Screen screen;
  private boolean reloaded;
  private boolean vectorsChecked;

  public PreparedDocent(Supplier<Docent> opening, Screen screen) {
    this.opening = opening;
    this.screen = screen;
  }

  /** Docent, opened, whatever its index holds. */
  public Docent opened() {
    return opening.get();
  }

  /** Docent with the text of every document searchable. */
  public synchronized Docent withText() throws InterruptedException {
    Docent docent = opened();
    if (!reloaded) {
      reload(docent);
      reloaded = true;
    }
    return docent;
  }

  /**
   * Docent with vectors as well, where making them takes no more than a moment; else questions are answered by words as long
   * as there are none.
   */
  public synchronized Docent forQuestion() throws InterruptedException {
    opened().warmUp();
    Docent docent = withText();
    if (vectorsChecked) {
      return docent;
    }
    vectorsChecked = true;
    int missing = docent.status().vectorsMissing();
    if (missing > AT_ONCE) {
      screen.note("answering by words; " + missing + " segments have no vector yet. 'docent reload' makes them");
    } else if (missing > 0) {
      fillVectors(docent);
    }
    return docent;
  }

  /** Makes what a batch had to do without, now that all of it is answered: the next one has it. */
  public void afterBatch(Docent docent) throws InterruptedException {
    int missing = docent.status().vectorsMissing();
    if (missing > 0 && missing <= FOR_A_BATCH) {
      fillVectors(docent);
    }
  }

  /** Leaves vectors to others from now on: they are made in the background. */
  public synchronized Docent forPrompt() throws InterruptedException {
    Docent docent = withText();
    vectorsChecked = true;
    docent.warmUp();
    return docent;
  }

  /** Makes the vectors that are missing; without a model for them, says so and goes on. */
  public void fillVectors(Docent docent) throws InterruptedException {
    try (var progress = new ProgressLine(screen)) {
      docent.fillVectors(progress);
    } catch (EmbeddingException e) {
      screen.note(e.getMessage() + ". Answering by words");
    } catch (IndexException e) {
      answerFromWhatIsThere(docent, e);
    }
  }

  private void reload(Docent docent) throws InterruptedException {
    try (var progress = new ProgressLine(screen)) {
      noteChanges(docent.reload(progress));
    } catch (IndexBusyException | UnconfirmedRemovalException e) {
      screen.note(e.getMessage() + " Answering from what the index holds.");
    } catch (IndexException e) {
      answerFromWhatIsThere(docent, e);
    }
  }

  /** What can't be written, for a full disk or a folder that may only be read, keeps nobody from what is there. */
  private void answerFromWhatIsThere(Docent docent, IndexException problem) {
    if (problem instanceof IndexDamagedException || docent.status().documents() == 0) {
      throw problem;
    }
    screen.note(problem.getMessage() + " Answering from what the index holds.");
  }

  private void noteChanges(ReloadReport report) {
    int changes = report.added().size() + report.changed().size() + report.removed().size();
    if (changes >= MUCH) {
      screen.note("read " + Phrases.count(report.added().size() + report.changed().size(), "document") + ", forgot "
          + report.removed().size() + " · " + Phrases.seconds(report.millis()));
    }
    if (!report.failed().isEmpty()) {
      screen
          .note(Phrases.count(report.failed().size(), "document") + " could not be read. 'docent documents' says why");
    }
    report.notices().forEach(screen::note);
  }
}
