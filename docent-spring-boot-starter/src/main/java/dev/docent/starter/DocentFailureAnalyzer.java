package dev.docent.starter;

import dev.docent.boot.InvalidSettingException;
import dev.docent.corpus.CorpusUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says why an application doesn't start because of Docent's settings, without a stack trace. */
final class DocentFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidSettingException) {
        return new FailureAnalysis(cause.getMessage(), "Correct the application's setting of that name.", cause);
      }
      if (cause instanceof CorpusUnavailableException) {
        return new FailureAnalysis(cause.getMessage(), "Set docent.knowledge to the folder with the documents.", cause);
      }
    }
    return null;
  }
}
