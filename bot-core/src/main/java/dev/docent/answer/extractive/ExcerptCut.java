package dev.docent.answer.extractive;

import dev.docent.answer.Excerpt;
import dev.docent.answer.Excerpt.Piece;
import dev.docent.answer.Part;
import dev.docent.answer.Verbatim;
import dev.docent.corpus.Block;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An excerpt while it is cut. {@code first} to {@code last} are blocks; of running text only a range may be taken. */
final class ExcerptCut {
  /** A sentence that can't be understood without the one before it. */
  private static final Pattern LEANS = Pattern.compile(
      "(?iu)^[\\s“\"'(*_-]*(?:it|its|it's|they|them|their|this|these|that|those|he|she|his|her|him|then|therefore|however|but|and|also|so|thus|"
          + "hence|otherwise|such|instead|as a result|in (?:this|that|such|these) \\p{L}+|if so|if not|for this|because of this|"
          + "он|она|оно|они|это|этот|эта|эти|его|её|ее|их|ему|ей|им|однако|поэтому|но|также|тогда|затем|при этом|иначе|такой|такая|такие|"
          + "er|es|sie|dies|diese[rs]?|dann|daher|deshalb|jedoch|aber|außerdem|ihr|sein|"
          + "il|elle|ils|elles|cela|ce|cette|ces|donc|mais|cependant|alors|ello|esto|esta|estos|pero|entonces|además|por eso)(?![\\p{L}'’])");
  /** What a short sentence ends with when it speaks of what was named before: "Anna looks after it." */
  private static final Pattern ENDS_LEANING = Pattern
      .compile("(?iu)(?<!\\p{L})(?:it|them|this|these|that|there)[\\s.!?”\"')*_]*$");
  private static final int SHORT = 8;
  private static final Pattern LEADS_IN = Pattern.compile("[:：]\\W*$");
  /** A list of so many words is read at a glance, and shown whole. */
  private static final int GLANCE = 80;
  /** Words that send on to what stands under the next heading. */
  private static final Pattern BELOW = Pattern
      .compile(
          "(?iu)(?<!\\p{L})(?:below|following|as follows|ниже|следующ\\p{L}+|folgende\\p{L}*|ci-dessous|suivant\\p{L}*"
              + "|a continuación|siguiente\\p{L}*)(?!\\p{L})");
  /** Words of a paragraph above a list that may lead in to it without saying so by a colon. */
  private static final int LEAD_IN = 30;
  private static final int BACK = 2;
  /** So many words more are shown for another sentence that may answer. */
  private static final int RIVALS = 40;

  private final Surroundings there;
  private final Language language;
  private final Scope scope;
  private final TextRange sentence;
  private int above = -1;
  private int first;
  private int last;
  private int start;
  private int end;
  private int leftOut;

  ExcerptCut(Surroundings there, Language language, Scope scope, TextRange sentence) {
    this.there = there;
    this.language = language;
    this.scope = scope;
    this.sentence = sentence;
  }

  void from(int at) {
    first = at;
    last = at;
    Block.Kind kind = there.block(at).kind();
    if (kind.row()) {
      row(at);
    } else if (kind.item()) {
      item(at);
    } else if (kind == Block.Kind.CODE) {
      code(at);
    } else {
      prose(at);
    }
  }

  /** Takes in another sentence of the same section, and what stands between, where that isn't too much. */
  void reach(TextRange other) {
    int at = there.blockAt(other.start());
    if (at < 0 || leftOut > 0 || above >= 0 || start <= other.start() && other.end() <= end) {
      return;
    }
    for (int i = Math.min(at, first); i <= Math.max(at, last); i++) {
      if (there.block(i).kind() == Block.Kind.HEADING) {
        return;
      }
    }
    boolean prose = there.block(at).kind() == Block.Kind.PARAGRAPH;
    int from = Math.min(start, prose ? other.start() : there.block(at).start());
    int to = Math.max(end, prose ? Math.min(other.end(), there.block(at).end()) : there.block(at).end());
    if (count(there.text().substring(from, to)) <= scope.words + RIVALS) {
      start = from;
      end = to;
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
  }

  // ---- running text

  private void prose(int at) {
    List<TextRange> sentences = there.sentences(at, language);
    int best = 0;
    for (int i = 0; i < sentences.size(); i++) {
      best = sentences.get(i).start() <= sentence.start() ? i : best;
    }
    if (sentences.isEmpty()) {
      all(at, at);
      return;
    }
    int from = best;
    int to = best;
    int words = words(sentences, from, to);
    for (int back = 0; back < BACK && from > 0 && leans(sentences.get(from)); back++) {
      from--;
    }
    if (asks(sentences.get(to)) && to + 1 < sentences.size()) {
      to++;
    }
    if (scope != Scope.FACT) {
      boolean grew = true;
      while (grew) {
        grew = false;
        words = words(sentences, from, to);
        if (to + 1 < sentences.size() && words + words(sentences, to + 1, to + 1) <= scope.words) {
          to++;
          grew = true;
        }
        words = words(sentences, from, to);
        if (from > 0 && words + words(sentences, from - 1, from - 1) <= scope.words) {
          from--;
          grew = true;
        }
      }
    }
    start = from == 0 ? there.block(at).start() : sentences.get(from).start();
    end = to == sentences.size() - 1 ? there.block(at).end() : sentences.get(to).end();
    if (to == sentences.size() - 1) {
      onward(at);
    }
  }

  /** What stands below a paragraph, as far as the paragraph leads in to it or has said too little. */
  private void onward(int at) {
    String said = there.words(at);
    boolean leadsIn = LEADS_IN.matcher(said).find();
    boolean asks = Excerpts.ASKS.matcher(said).find();
    if (!there.has(at + 1)) {
      return;
    }
    Block.Kind next = there.block(at + 1).kind();
    boolean structure = next.item() || next == Block.Kind.CODE || next.row();
    if (structure && (leadsIn || scope == Scope.WHOLE)) {
      structure(at + 1);
      if (scope == Scope.WHOLE) {
        whatFollows();
      }
    } else if (next == Block.Kind.PARAGRAPH && (leadsIn || asks || scope == Scope.WHOLE)) {
      whatFollows();
    } else if (next == Block.Kind.HEADING && scope == Scope.WHOLE && BELOW.matcher(said).find()
        && there.has(at + 2)) {
      last = at + 1;
      end = there.block(last).end();
      whatFollows();
    }
  }

  /** Further paragraphs, code and steps of the section, as long as they fit. */
  private void whatFollows() {
    while (there.has(last + 1) && there.block(last + 1).kind() != Block.Kind.HEADING && leftOut == 0
        && taken() + count(there.words(last + 1)) <= scope.words) {
      last++;
      end = there.block(last).end();
    }
  }

  /** The list, table or code that begins at a block, as much as is read at a glance. */
  private void structure(int from) {
    int to = endOfRun(from);
    int budget = Math.max(scope.words, Scope.PARAGRAPH.words) + Scope.FACT.words;
    for (int i = from; i <= to; i++) {
      if (i > from && taken() + count(there.words(i)) > budget) {
        leftOut = items(i, to);
        return;
      }
      last = i;
      end = there.block(i).end();
    }
  }

  // ---- lists

  private void item(int at) {
    int from = at;
    while (there.has(from - 1) && belongs(from - 1, from)) {
      from--;
    }
    int to = endOfRun(at);
    boolean steps = there.block(at).kind() == Block.Kind.STEP;
    boolean leadIn = there.has(from - 1) && (there.block(from - 1).kind() == Block.Kind.HEADING
        || there.block(from - 1).kind() == Block.Kind.PARAGRAPH
            && (LEADS_IN.matcher(there.words(from - 1)).find() || count(there.words(from - 1)) <= LEAD_IN));
    int words = words(from, to);
    // A definition means something without the others.
    boolean whole = scope == Scope.WHOLE && (words <= 2 * scope.words && marked(at) || steps)
        || steps && scope != Scope.FACT && words <= 2 * scope.words
        || words <= Math.max(scope.words, GLANCE);
    if (whole) {
      first = from;
      last = from;
      start = there.block(from).start();
      end = there.block(from).end();
      structure(from);
      if (last < at) {
        // The list is so long that what answers would be left out: it is shown with what stands beside it.
        alone(at, to);
      }
    } else {
      alone(at, to);
    }
    if (leadIn && first == from) {
      first = from - 1;
      start = leadInStart(from - 1);
    } else if (leadIn && (there.block(from - 1).kind() == Block.Kind.HEADING
        || LEADS_IN.matcher(there.words(from - 1)).find())) {
      above = from - 1;
    }
  }

  /** The item with what is nested in it. */
  private void alone(int at, int to) {
    leftOut = 0;
    first = at;
    // A further paragraph of an item has no mark of its own; the items of a list of definitions have none at all.
    int mark = at;
    while (mark > 0 && there.block(mark).kind().item() && !marked(mark) && belongs(mark - 1, mark)) {
      mark--;
    }
    if (marked(mark) && words(mark, at) <= Scope.WHOLE.words) {
      first = mark;
    }
    last = at;
    while (last < to && (there.block(last + 1).kind() == Block.Kind.CODE
        || there.block(last + 1).level() > there.block(first).level() || marked(first) && !marked(last + 1))
        && words(first, last + 1) <= Scope.WHOLE.words) {
      last++;
    }
    start = there.block(first).start();
    end = there.block(last).end();
  }

  private boolean marked(int i) {
    return there.words(i).matches("(?s)(?:[-*+•–‣◦]|\\(?\\p{Alnum}{1,3}[.)])\\s.*");
  }

  /** Where the last sentence of a paragraph begins, if the paragraph is long. */
  private int leadInStart(int block) {
    List<TextRange> sentences = there.sentences(block, language);
    return count(there.words(block)) <= LEAD_IN || sentences.isEmpty()
        ? there.block(block).start()
        : sentences.getLast().start();
  }

  // ---- tables

  private void row(int at) {
    int from = at;
    while (there.has(from - 1) && there.block(from - 1).kind().row()
        && there.block(from).kind() != Block.Kind.TABLE_HEADER) {
      from--;
    }
    boolean headed = there.block(from).kind() == Block.Kind.TABLE_HEADER;
    if (scope == Scope.WHOLE && words(from, endOfRun(at)) <= scope.words) {
      first = from;
      last = from;
      start = there.block(from).start();
      end = there.block(from).end();
      structure(from);
      if (last >= at) {
        return;
      }
    }
    first = at;
    last = at;
    leftOut = 0;
    start = there.block(at).start() + (there.words(at).startsWith("- ") ? 2 : 0);
    end = there.block(at).end();
    above = headed && from < at && !namesColumns(there.words(from), there.words(at)) ? from : -1;
  }

  /** Whether a row says the names of its columns itself: "Boat: Heron; Seats: 6". */
  private static boolean namesColumns(String header, String row) {
    List<String> names = Arrays.stream(header.replaceFirst("^- ", "").split(";"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
    return names.size() > 1 && names.stream().filter(name -> row.contains(name + ": ")).count() * 2 > names.size();
  }

  // ---- code

  private void code(int at) {
    int lead = at - 1;
    if (there.has(lead) && there.block(lead).kind().item()) {
      // It belongs to a step, and the step to its steps.
      item(lead);
      if (last < at) {
        last = at;
        end = there.block(at).end();
        leftOut = 0;
      }
      return;
    }
    all(at, at);
    if (there.has(lead) && there.block(lead).kind() == Block.Kind.PARAGRAPH) {
      first = lead;
      start = leadInStart(lead);
    }
    if (scope == Scope.WHOLE) {
      whatFollows();
    }
  }

  // ---- headings

  /** What is asked in the heading is answered by what stands below it, from its beginning. */
  void fromHeading(int at) {
    int heading = at - 1;
    while (there.has(heading) && there.block(heading).kind() != Block.Kind.HEADING) {
      heading--;
    }
    if (!there.has(heading) || above >= 0 || first <= heading + 1) {
      return;
    }
    int words = words(heading + 1, first - 1) + taken();
    if (words <= Scope.WHOLE.words) {
      first = heading + 1;
      start = there.block(first).start();
    }
  }

  // ---- measures

  private void all(int from, int to) {
    first = from;
    last = to;
    start = there.block(from).start();
    end = there.block(to).end();
  }

  private boolean belongs(int one, int next) {
    Block before = there.block(one);
    return before.kind().item() || before.kind() == Block.Kind.CODE && next < there.blocks().size()
        && there.has(one - 1) && there.block(one - 1).kind().item();
  }

  private int endOfRun(int from) {
    Block.Kind kind = there.block(from).kind();
    int to = from;
    while (there.has(to + 1)) {
      Block.Kind next = there.block(to + 1).kind();
      boolean goesOn = kind.item()
          ? next.item() || next == Block.Kind.CODE && there.has(to + 2) && there.block(to + 2).kind().item()
          : kind.row() ? next == Block.Kind.TABLE_ROW : next == Block.Kind.CODE;
      if (!goesOn) {
        break;
      }
      to++;
    }
    return to;
  }

  private int items(int from, int to) {
    int items = 0;
    for (int i = from; i <= to; i++) {
      items += there.block(i).kind() == Block.Kind.CODE ? 0 : 1;
    }
    return Math.max(1, items);
  }

  private int taken() {
    return count(there.text().substring(start, end));
  }

  private int words(int from, int to) {
    return from > to ? 0 : count(there.text().substring(there.block(from).start(), there.block(to).end()));
  }

  private int words(List<TextRange> sentences, int from, int to) {
    return count(there.text().substring(sentences.get(from).start(), sentences.get(to).end()));
  }

  private boolean leans(TextRange range) {
    String said = range.of(there.text());
    return LEANS.matcher(said).find() || count(said) <= SHORT && ENDS_LEANING.matcher(said).find();
  }

  private boolean asks(TextRange range) {
    return Excerpts.ASKS.matcher(range.of(there.text())).find();
  }

  // ---- the excerpt

  Excerpt excerpt(Segment segment, String marked) {
    var pieces = new ArrayList<Piece>();
    if (above >= 0) {
      Block lead = there.block(above);
      int from = lead.kind() == Block.Kind.PARAGRAPH ? leadInStart(above) : lead.start();
      add(pieces, new Block(lead.kind(), lead.level(), from, lead.end()), "");
    }
    for (int i = first; i <= last; i++) {
      Block block = there.block(i);
      int from = i == first ? Math.max(start, block.start()) : block.start();
      int to = i == last ? Math.min(end, block.end()) : block.end();
      add(pieces, new Block(block.kind(), block.level(), from, to), marked);
    }
    var quote = new TextRange(start, end);
    return new Excerpt(segment.documentId(), segment.title(), quote, there.locate(quote), pieces, more());
  }

  private Part.@Nullable More more() {
    if (leftOut == 0) {
      return null;
    }
    var rest = new TextRange(there.block(last + 1).start(), there.block(endOfRun(last + 1)).end());
    return new Part.More(leftOut, there.locate(rest));
  }

  /** Adds a block, to the last piece if it is of the same list, table or code. */
  private void add(List<Piece> pieces, Block block, String marked) {
    String raw = there.text().substring(block.start(), block.end());
    if (raw.isBlank()) {
      return;
    }
    Part.Kind kind = kind(block.kind());
    String words = kind == Part.Kind.CODE ? raw.stripTrailing().stripIndent() : Verbatim.collapse(raw);
    if (block.kind().item()) {
      words = "  ".repeat(block.level()) + words;
    }
    Piece before = pieces.isEmpty() ? null : pieces.getLast();
    boolean joins = before != null && before.kind() != Part.Kind.PROSE && kind != Part.Kind.PROSE
        && (before.kind() == kind || isList(before.kind()) && isList(kind))
        && there.text().substring(before.range().end(), block.start()).isBlank();
    if (joins && before != null) {
      pieces.removeLast();
      String text = before.text() + "\n" + words;
      pieces.add(new Piece(before.kind(), new TextRange(before.range().start(), block.end()), text,
          before.marks().isEmpty() ? Excerpts.marks(text, marked) : before.marks()));
    } else {
      boolean unmarked = pieces.stream().allMatch(piece -> piece.marks().isEmpty());
      pieces.add(new Piece(kind, new TextRange(block.start(), block.end()), words,
          unmarked ? Excerpts.marks(words, marked) : List.of()));
    }
  }

  private static boolean isList(Part.Kind kind) {
    return kind == Part.Kind.LIST || kind == Part.Kind.STEPS;
  }

  private static Part.Kind kind(Block.Kind kind) {
    return switch (kind) {
      case HEADING, PARAGRAPH -> Part.Kind.PROSE;
      case LIST_ITEM -> Part.Kind.LIST;
      case STEP -> Part.Kind.STEPS;
      case TABLE_HEADER, TABLE_ROW -> Part.Kind.TABLE;
      case CODE -> Part.Kind.CODE;
    };
  }

  private static int count(String text) {
    String words = text.strip();
    return words.isEmpty() ? 0 : words.split("\\s+").length;
  }
}
