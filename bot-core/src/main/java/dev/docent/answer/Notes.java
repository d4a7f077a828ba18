package dev.docent.answer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a draft.
 *
 * @param reading what the reader considered, a line each, for {@code why}
 * @param notices what the user should know beside the answer, a line each
 * @param readBy who read in the end; null where it is the reader that was asked
 * @param usage what a model read and wrote for it
 */
public record Notes(List<String> reading, List<String> notices, Reader.@Nullable Name readBy, Usage usage) {
  /** Nothing to say. */
  public static final Notes NONE = new Notes(List.of(), List.of(), null);

  public Notes {
    reading = List.copyOf(reading);
    notices = List.copyOf(notices);
  }

  /** Without a model. */
  public Notes(List<String> reading, List<String> notices, Reader.@Nullable Name readBy) {
    this(reading, notices, readBy, Usage.NONE);
  }

  /** What was considered, and nothing that the user should know. */
  public static Notes of(List<String> reading) {
    return new Notes(reading, List.of(), null);
  }

  /** What was considered, and nothing that the user should know. */
  public static Notes of(String... reading) {
    return of(List.of(reading));
  }

  /** With another notice, before the others. */
  public Notes notice(String notice) {
    return new Notes(reading, plus(notice, notices), readBy, usage);
  }

  /** With another line of what was considered, behind the others. */
  public Notes considered(String line) {
    var lines = new ArrayList<>(reading);
    lines.add(line);
    return new Notes(lines, notices, readBy, usage);
  }

  /** Read by another reader than the one that was asked. */
  public Notes by(Reader.Name reader) {
    return new Notes(reading, notices, reader, usage);
  }

  /** Who read, if {@code asked} was asked to. */
  public Reader.Name reader(Reader.Name asked) {
    return readBy == null ? asked : readBy;
  }

  private static List<String> plus(String first, List<String> others) {
    var all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }
}
