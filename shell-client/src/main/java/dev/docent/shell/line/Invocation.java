package dev.docent.shell.line;

import java.util.Map;

/** What a command line or a typed line asks for. */
public sealed interface Invocation {

  /** A command to run; {@code settings} are the common options, by setting. */
  record Run(CommandCall call, Map<String, String> settings) implements Invocation {}

  /** No command: a prompt, or a question a line from a pipe. */
  record Converse(boolean json, Map<String, String> settings) implements Invocation {}

  /** Words to be shown, such as help, with nothing started. */
  record Show(String text) implements Invocation {}

  /** It can't be understood; the message says why and what can. */
  record Misuse(String message) implements Invocation {}
}
