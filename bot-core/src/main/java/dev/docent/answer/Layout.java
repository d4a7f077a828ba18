package dev.docent.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the parts of an answer follow each other: which of them stand in quotation marks, and where the markers of a piece
 * stand that is shown in several parts. One rule for all clients.
 *
 * @param quoted whether the part is shown in quotation marks: a quote in running text that nothing else belongs to
 * @param markers the markers to show at the part's end; none where another part of the same piece has them
 */
public record Layout(Part part, boolean quoted, List<Integer> markers) {
  public Layout {
    markers = List.copyOf(markers);
  }

  /** The parts in their order. */
  public static List<Layout> of(List<Part> parts) {
    var laid = new ArrayList<Layout>();
    for (int from = 0; from < parts.size();) {
      int to = from + 1;
      while (to < parts.size() && samePiece(parts.get(from), parts.get(to))) {
        to++;
      }
      piece(parts.subList(from, to), laid);
      from = to;
    }
    return laid;
  }

  private static boolean samePiece(Part one, Part other) {
    return one.literal() && other.literal() && one.markers().equals(other.markers());
  }

  private static void piece(List<Part> piece, List<Layout> laid) {
    boolean prose = piece.stream().allMatch(part -> part.kind() == Part.Kind.PROSE);
    int marked = piece.size() - 1;
    while (!prose && marked > 0 && piece.get(marked).kind() != Part.Kind.PROSE) {
      marked--;
    }
    if (piece.get(marked).kind() != Part.Kind.PROSE) {
      marked = piece.size() - 1;
    }
    for (int i = 0; i < piece.size(); i++) {
      laid.add(new Layout(piece.get(i), prose, i == marked ? piece.get(i).markers() : List.of()));
    }
  }

  /** The part as plain text with its markers. */
  public String plain() {
    String end = markers.stream().map(n -> " [" + n + "]").collect(Collectors.joining());
    return (quoted ? "“" + part.text() + "”" : part.text()) + end;
  }

  /** All parts as plain text with markers: running text on one line, everything else on lines of its own. */
  public static String plain(List<Part> parts) {
    return plain(of(parts));
  }

  /** The words alone. */
  static String words(List<Part> parts) {
    return plain(of(parts).stream().map(laid -> new Layout(laid.part, false, List.of())).toList());
  }

  private static String plain(Iterable<Layout> parts) {
    var text = new StringBuilder();
    Part.Kind before = Part.Kind.PROSE;
    for (Layout laid : parts) {
      Part.Kind kind = laid.part.kind();
      boolean runsOn = kind == Part.Kind.PROSE && before == Part.Kind.PROSE
          || kind == Part.Kind.WRITTEN && before == Part.Kind.WRITTEN && !laid.part.begins();
      text.append(text.isEmpty() ? "" : runsOn ? " " : "\n").append(laid.plain());
      before = kind;
    }
    return text.toString();
  }
}
