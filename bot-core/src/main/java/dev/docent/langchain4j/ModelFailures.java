package dev.docent.langchain4j;

import dev.docent.ModelName;
import dev.docent.answer.ReaderException;
import dev.langchain4j.exception.HttpException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says in one line what went wrong with a model and what to do. Never repeats what a server sent: it may hold a key. */
final class ModelFailures {
  private static final String DOCTOR = " Run 'docent doctor'.";
  private static final int SERVER_ERROR = 500;
  /** How providers and servers of one's own say that a prompt is too long. */
  private static final Pattern TOO_LONG = Pattern.compile("(?i)context[_ -]?(?:length|window|size)|maximum context|"
      + "too (?:long|many tokens|large)|exceed\\w* (?:the |its )?(?:context|maximum|token)|reduce the length|input length|token limit");

  private final ModelName name;
  private final String address;
  private final String keyVariable;

  /**
   * @param address where the model is asked, without user info
   * @param keyVariable the variable of the key, or empty for a provider without one
   */
  ModelFailures(ModelName name, String address, String keyVariable) {
    this.name = name;
    this.address = address;
    this.keyVariable = keyVariable;
  }

  ReaderException missingKey() {
    return failed("needs a key. Set " + keyVariable + " or " + keyVariable + "_FILE.", true,
        new IllegalStateException(keyVariable + " is not set"));
  }

  ReaderException unreadableKey(IOException cause) {
    return failed("needs a key: " + cause.getMessage() + ".", true, cause);
  }

  ReaderException tookTooLong(Duration limit) {
    return failed("took longer than " + inSeconds(limit) + " s. Try again or raise docent.model-timeout.", false,
        new TimeoutException());
  }

  ReaderException stalled(Duration silence) {
    return failed("fell silent in the middle of an answer for " + inSeconds(silence) + " s. Try again.", false,
        new TimeoutException());
  }

  /** What a failure after the first words came to. */
  ReaderException inTheMiddle(Throwable cause) {
    return lost(cause) ? failed("was cut off in the middle of an answer. Try again.", false, cause) : of(cause);
  }

  /** Nothing but thoughts, or nothing at all. */
  ReaderException wroteNothing() {
    return failed("wrote nothing. Try again, or another model.", false, new IllegalStateException("empty"));
  }

  /** A second look that says nothing of what it was to look at. */
  ReaderException noVerdict() {
    return failed("looked at its answer a second time without a verdict.", false, new IllegalStateException("verdict"));
  }

  ReaderException askedForATool() {
    return failed("asked for a tool instead of answering. Docent gives it none; try again, or another model.", false,
        new IllegalStateException("tool call"));
  }

  ReaderException filtered() {
    return failed("withheld its answer: the provider's content filter stopped it.", false,
        new IllegalStateException("content filter"));
  }

  ReaderException cutBeforeAnything() {
    return failed("was cut off at its limit before it had answered. Ask for less, or raise its limit.", false,
        new IllegalStateException("length"));
  }

  /** What a failed call came to. */
  ReaderException of(Throwable cause) {
    if (find(cause, DeclinedToAnswerException.class).isPresent()) {
      return failed("refused to answer.", false, cause);
    }
    Optional<HttpException> refused = find(cause, HttpException.class);
    if (refused.isPresent()) {
      return ofStatus(refused.get().statusCode(), String.valueOf(refused.get().getMessage()), cause);
    }
    if (unreachable(cause)) {
      return failed("can't be reached at " + address + ". Is it running and the network up?" + DOCTOR, false, cause);
    }
    if (find(cause, SSLException.class).isPresent()) {
      return failed("can't be reached safely at " + address + ": the TLS handshake failed." + DOCTOR, false, cause);
    }
    if (lost(cause)) {
      return failed("closed the connection at " + address + " without an answer. Try again.", false, cause);
    }
    return failed(
        "answered in a way Docent doesn't understand (" + root(cause).getClass().getSimpleName() + ")." + DOCTOR,
        false, cause);
  }

  private ReaderException ofStatus(int status, String body, Throwable cause) {
    boolean badKey = status == 401 || status == 403 || (status == 400 && body.contains("API_KEY_INVALID"));
    if (badKey) {
      String key = keyVariable.isEmpty() ? "was refused by " + address : "did not accept the key (" + keyVariable + ")";
      return failed(key + "." + DOCTOR, true, cause);
    }
    if (status == 404) {
      String remedy = name.provider() == ModelName.Provider.OLLAMA
          ? " Run 'ollama pull " + name.model() + "'."
          : DOCTOR;
      return failed("is unknown at " + address + "." + remedy, true, cause);
    }
    if ((status == 400 || status == 413 || status == 422 || status == 500) && TOO_LONG.matcher(body).find()) {
      return new TooLongException("the model " + name + " can't read that much at once.", cause);
    }
    if (status == 429) {
      return failed("is over its quota or asked too often (429). Try again later.", false, cause);
    }
    if (status >= SERVER_ERROR) {
      return failed("failed with server error " + status + ". Try again later.", false, cause);
    }
    return failed("refused the question (HTTP " + status + ")." + DOCTOR, false, cause);
  }

  /** Whether the same call may well succeed in a moment. */
  static boolean worthRetrying(Throwable cause) {
    return find(cause, HttpException.class).map(e -> e.statusCode() == 429
        || e.statusCode() >= SERVER_ERROR && !TOO_LONG.matcher(String.valueOf(e.getMessage())).find())
        .orElseGet(() -> lost(cause) && !unreachable(cause));
  }

  private static boolean unreachable(Throwable cause) {
    return find(cause, ConnectException.class).isPresent() || find(cause, UnknownHostException.class).isPresent()
        || find(cause, UnresolvedAddressException.class).isPresent()
        || find(cause, HttpConnectTimeoutException.class).isPresent();
  }

  /** Whether the connection broke. A parser's exceptions are IOExceptions too, but not the JDK's. */
  private static boolean lost(Throwable cause) {
    return find(cause, IOException.class).filter(e -> e.getClass().getName().startsWith("java.")).isPresent();
  }

  /** The first of its kind among the causes. */
  static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
    }
    return Optional.empty();
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    return cause;
  }

  private ReaderException failed(String what, boolean permanent, Throwable cause) {
    return new ReaderException("the model " + name + " " + what, permanent, cause);
  }

  private static String inSeconds(Duration duration) {
    double seconds = Math.round(duration.toMillis() / 100.0) / 10.0;
    return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
  }
}
