package dev.docent.telegram.store;

import java.nio.charset.StandardCharsets;

/** A button below a message. */
public record Button(String label, String data) {
  private static final int LIMIT = 64;

  public Button {
    if (label.isBlank() || data.isEmpty() || data.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
      throw new IllegalArgumentException("button '" + label + "' with data of " + data.length());
    }
  }
}
