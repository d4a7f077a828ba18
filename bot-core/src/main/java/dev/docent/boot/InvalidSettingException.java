package dev.docent.boot;

/** A setting has a value that can't be used. The message names the setting and says what to do. */
public final class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSettingException(String setting, String problem) {
    super(setting + ": " + problem);
  }
}
