package dev.docent.corpus.files.parser;

import dev.docent.corpus.Block;
import dev.docent.corpus.Pages;
import dev.docent.corpus.files.format.Extracted;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;

/** What parsing a file came to, and how it is told from process to process. */
public sealed interface ParsedFile {

  record Read(Extracted extracted) implements ParsedFile {}

  record Refused(String reason) implements ParsedFile {}

  default void write(DataOutputStream out) throws IOException {
    switch (this) {
      case Refused(String reason) -> {
        out.writeBoolean(false);
        writeText(out, reason);
      }
      case Read(Extracted extracted) -> {
        out.writeBoolean(true);
        writeText(out, extracted.title());
        writeText(out, extracted.text());
        out.writeInt(extracted.blocks().size());
        for (Block block : extracted.blocks()) {
          out.writeByte(block.kind().ordinal());
          out.writeInt(block.level());
          out.writeInt(block.start());
          out.writeInt(block.end());
        }
        write(extracted.pages(), out);
        out.writeInt(extracted.remarks().size());
        for (String remark : extracted.remarks()) {
          writeText(out, remark);
        }
      }
    }
  }

  /** @throws java.io.EOFException when the other process ends before it has told all */
  static ParsedFile read(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return new Refused(readText(in));
    }
    String title = readText(in);
    String text = readText(in);
    var blocks = new ArrayList<Block>();
    for (int left = in.readInt(); left > 0; left--) {
      blocks.add(new Block(Block.Kind.values()[in.readByte()], in.readInt(), in.readInt(), in.readInt()));
    }
    Pages pages = readPages(in);
    var remarks = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) {
      remarks.add(readText(in));
    }
    return new Read(new Extracted(title, text, blocks, pages, remarks));
  }

  private static void write(Pages pages, DataOutputStream out) throws IOException {
    out.writeInt(pages.first());
    out.writeInt(pages.breaks().size());
    for (int at : pages.breaks()) {
      out.writeInt(at);
    }
    out.writeInt(pages.rows().size());
    for (Pages.Row row : pages.rows()) {
      out.writeInt(row.offset());
      out.writeInt(row.number());
    }
  }

  private static Pages readPages(DataInputStream in) throws IOException {
    int first = in.readInt();
    var breaks = new ArrayList<Integer>();
    for (int left = in.readInt(); left > 0; left--) {
      breaks.add(in.readInt());
    }
    var rows = new ArrayList<Pages.Row>();
    for (int left = in.readInt(); left > 0; left--) {
      rows.add(new Pages.Row(in.readInt(), in.readInt()));
    }
    return new Pages(first, breaks, rows);
  }

  /** UTF-16, so that half a character that a file may hold arrives as it is. */
  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    out.writeInt(text.length());
    out.write(bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    char[] chars = new char[in.readInt()];
    byte[] bytes = new byte[2 * chars.length];
    in.readFully(bytes);
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) (bytes[2 * i] << 8 | bytes[2 * i + 1] & 0xFF);
    }
    return new String(chars);
  }
}
