package dev.docent.corpus.files.html;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.format.BlockText;
import java.util.ArrayList;
import java.util.List;

/** Menus of web pages that don't call themselves so: three or more blocks in a row that are nothing but links. */
final class LinkRuns {
  private static final int MENU = 3;

  private final List<Entry> held = new ArrayList<>();
  private int depth = 0;
  private int linked = 0;

  private record Entry(Kind kind, String words) {}

  void open() {
    depth++;
  }

  void close() {
    depth--;
  }

  /** Characters of the block that is being read. */
  void heard(char[] chars, int start, int length) {
    linked += depth > 0 ? seen(new String(chars, start, length)) : 0;
  }

  /** Whether the block, which ends here, is nothing but links. */
  boolean onlyLinks(CharSequence block) {
    boolean only = linked > 0 && linked >= seen(block);
    linked = 0;
    return only;
  }

  void hold(Kind kind, String words) {
    held.add(new Entry(kind, words));
  }

  /** Links that are too few for a menu are text as any other. */
  void settle(BlockText text) {
    if (held.size() < MENU) {
      held.forEach(link -> text.add(link.kind, 0, link.words));
    }
    held.clear();
  }

  /** What is to be done at the end: a page that holds nothing but links is all text. */
  void end(BlockText text) {
    if (text.isEmpty()) {
      held.forEach(link -> text.add(link.kind, 0, link.words));
      held.clear();
    }
    settle(text);
  }

  private static int seen(CharSequence words) {
    return (int) words.chars().filter(Character::isLetterOrDigit).count();
  }
}
