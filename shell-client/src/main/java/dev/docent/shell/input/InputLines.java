package dev.docent.shell.input;

import dev.docent.shell.outcome.UnreadableInputException;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where lines are read from. */
public final class InputLines {
  private InputLines() {}

  /** Standard input, in the encoding the terminal or the launcher names. */
  public static BufferedReader standard() {
    String encoding = System.getProperty("stdin.encoding", "UTF-8");
    return withoutMark(new InputStreamReader(System.in, Charset.forName(encoding)));
  }

  /** A file of lines, or standard input for a dash. */
  public static BufferedReader open(String name) {
    if (name.equals("-")) {
      return standard();
    }
    try {
      // Decoding leniently: one broken character must not cost the lines after it.
      return withoutMark(new InputStreamReader(Files.newInputStream(Path.of(name)), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException e) {
      throw new UnreadableInputException("can't read " + name + " (" + e.getClass().getSimpleName()
          + "). Is the name right, and may you read it?");
    }
  }

  // Editors on Windows put a byte order mark before the first line.
  private static BufferedReader withoutMark(Reader reader) {
    return new BufferedReader(new FilterReader(reader) {
      private boolean begun;

      @Override
      public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        boolean first = !begun && read > 0;
        begun = begun || read > 0;
        if (first && buffer[offset] == '\uFEFF') {
          buffer[offset] = ' ';
        }
        return read;
      }
    });
  }
}
