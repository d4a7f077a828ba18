package dev.docent.langchain4j.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a model writes to its reader from what it thinks aloud before. Stateless. */
public final class Thoughts {
  private static final String TAG = "(?:think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad)";
  private static final Pattern CLOSED = Pattern.compile("(?is)^.*</" + TAG + ">");
  private static final Pattern OPEN = Pattern.compile("(?is)<" + TAG + ">.*$");
  private static final Pattern FINAL = Pattern.compile("(?s)^.*<\\|channel\\|>\\s*final[^<]*<\\|message\\|>");
  private static final Pattern END = Pattern.compile("(?s)<\\|(?:end|return|start|channel|call)\\|>.*$");
  private static final Pattern CHANNEL = Pattern.compile("(?s)<\\|(?:channel|start)\\|>.*$");
  /** The same where a server took the marks of the channels away. */
  private static final Pattern BARE = Pattern.compile("(?s)^\\s*analysis\\P{Ll}.*?assistantfinal");

  private Thoughts() {}

  /** What is for the reader in all that was written until now; what may still turn out to be thought is left out. */
  public static String without(String written) {
    Matcher last = FINAL.matcher(written);
    if (last.find()) {
      return END.matcher(written.substring(last.end())).replaceFirst("");
    }
    Matcher bare = BARE.matcher(written);
    String text = bare.find() ? written.substring(bare.end()) : CHANNEL.matcher(written).replaceFirst("");
    return OPEN.matcher(CLOSED.matcher(text).replaceFirst("")).replaceFirst("");
  }
}
