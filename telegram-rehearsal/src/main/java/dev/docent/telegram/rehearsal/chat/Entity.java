package dev.docent.telegram.rehearsal.chat;

/** A stretch of a text with a meaning, counted in UTF-16 units. */
public record Entity(String type, int offset, int length) {
  /** The stretch itself. */
  public String of(String text) {
    return text.substring(offset, offset + length);
  }
}
