package dev.docent.shell.prompt;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Output of one command that can be cut: what a stopped command still has to say is not shown. */
final class CutOutput extends FilterWriter {
  private volatile boolean cut;

  CutOutput(Writer out) {
    super(out);
  }

  void cut() {
    cut = true;
  }

  @Override
  public void write(int c) throws IOException {
    if (!cut) {
      super.write(c);
    }
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    if (!cut) {
      super.write(buffer, offset, length);
    }
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    if (!cut) {
      super.write(text, offset, length);
    }
  }
}
