package dev.docent.shell.outcome;

import dev.docent.answer.ReaderException;
import dev.docent.boot.InvalidSettingException;
import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.index.EmbeddingException;
import dev.docent.index.IndexException;
import dev.docent.reload.UnconfirmedRemovalException;
import dev.docent.shell.text.Printable;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.springframework.beans.BeansException;
import org.springframework.shell.core.command.CommandExecutionException;

/** What went wrong, in one line, and how the run ends for it. */
public record Failure(ExitCode code, String line) {

  public static Failure of(Throwable thrown) {
    if (interrupted(thrown)) {
      return new Failure(ExitCode.INTERRUPTED, "stopped");
    }
    if (outOfMemory(thrown)) {
      return new Failure(ExitCode.FAILED, "there isn't enough memory: Java was given "
          + Runtime.getRuntime().maxMemory() / (1024 * 1024) + " MB; give it more, with DOCENT_JAVA_OPTS=-Xmx1g, say");
    }
    Throwable cause = bare(thrown);
    return switch (cause) {
      case UsageException e -> new Failure(ExitCode.USAGE, message(e));
      case InvalidSettingException e -> failed(e);
      case CorpusUnavailableException e -> failed(e);
      case UnconfirmedRemovalException e -> failed(e);
      case IndexException e -> failed(e);
      case EmbeddingException e -> failed(e);
      case ReaderException e -> failed(e);
      case UnreadableInputException e -> failed(e);
      default -> new Failure(ExitCode.FAILED, "something unexpected failed: " + cause.getClass().getSimpleName() + ": "
          + message(cause) + "; run with DOCENT_DEBUG=1 for details");
    };
  }

  /** Tells the user; what lies behind it only those who ask. Who interrupts needn't be told. */
  public static ExitCode tell(Throwable thrown, PrintWriter err) {
    Failure failure = of(thrown);
    if (failure.code() != ExitCode.INTERRUPTED) {
      err.println("docent: " + Printable.line(failure.line()));
    }
    if ("1".equals(System.getenv("DOCENT_DEBUG"))) {
      thrown.printStackTrace(err);
    }
    err.flush();
    return failure.code();
  }

  private static Failure failed(Throwable e) {
    return new Failure(ExitCode.FAILED, message(e));
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? "no more is known" : e.getMessage();
  }

  // Interrupted while a file was being read, Java says so by closing the file; a model that was told to end is cancelled.
  private static boolean interrupted(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof InterruptedException || t instanceof ClosedByInterruptException
          || t instanceof CancellationException) {
        return true;
      }
    }
    return false;
  }

  // Wherever it struck: a parser, the index, a model that was being loaded.
  private static boolean outOfMemory(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  // What the frameworks in between wrap around our own exceptions says nothing to a user.
  private static Throwable bare(Throwable thrown) {
    Throwable bare = thrown;
    while (bare.getCause() != null && (bare instanceof CommandExecutionException
        || bare instanceof InvocationTargetException || bare instanceof ExecutionException
        || bare instanceof BeansException || bare instanceof ExceptionInInitializerError)) {
      bare = bare.getCause();
    }
    return bare;
  }
}
