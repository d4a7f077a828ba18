package dev.docent.corpus.files;

import dev.docent.corpus.NormalForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code .docentignore} in the knowledge folder leaves out. One pattern a line, as in {@code .gitignore}: without a
 * slash it is a name anywhere, with one a path from the folder; a slash at the end means folders only, {@code **} any
 * folders between, {@code !} takes in again, {@code #} begins a comment. The last pattern that fits counts.
 */
final class IgnoreRules {
  static final String FILE = ".docentignore";

  private final List<Rule> rules = new ArrayList<>();

  private IgnoreRules() {}

  /** The rules of the folder; without the file, nothing is left out. */
  static IgnoreRules of(Path folder) throws IOException {
    var rules = new IgnoreRules();
    Path file = folder.resolve(FILE);
    if (Files.isRegularFile(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().map(String::strip).forEach(line -> rules.add(line, folder.getFileSystem()));
    }
    return rules;
  }

  /** Whether a file or folder, relative to the knowledge folder, is left out. */
  boolean matches(Path path, boolean directory) {
    boolean ignored = false;
    for (Rule rule : rules) {
      if (rule.fits(path, directory)) {
        ignored = !rule.takesIn;
      }
    }
    return ignored;
  }

  private void add(String line, FileSystem files) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    boolean takesIn = line.startsWith("!");
    String pattern = takesIn ? line.substring(1) : line;
    boolean folders = pattern.endsWith("/");
    pattern = folders ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean name = pattern.indexOf('/') < 0;
    pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    var matchers = new ArrayList<PathMatcher>();
    matchers.add(glob(pattern, files));
    // For a glob, **/x is never x at the top, and a/**/x never a/x.
    if (pattern.contains("**/")) {
      matchers.add(glob(pattern.replace("**/", ""), files));
    }
    rules.add(new Rule(matchers, name, folders, takesIn));
  }

  /** Braces and backslashes are plain characters here, and so is a bracket that is never closed. */
  private static PathMatcher glob(String pattern, FileSystem files) {
    String glob = NormalForm.text(pattern).replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}");
    try {
      return files.getPathMatcher("glob:" + glob);
    } catch (IllegalArgumentException e) {
      return files.getPathMatcher("glob:" + glob.replace("[", "\\["));
    }
  }

  /** A disk may keep an accent beside its letter, whoever wrote the pattern didn't. */
  private static Path normal(Path path) {
    String text = path.toString();
    String normal = NormalForm.text(text);
    return normal.equals(text) ? path : path.getFileSystem().getPath(normal);
  }

  private record Rule(List<PathMatcher> matchers, boolean name, boolean folders, boolean takesIn) {
    boolean fits(Path path, boolean directory) {
      Path compared = normal(name ? path.getFileName() : path);
      return (directory || !folders) && matchers.stream().anyMatch(matcher -> matcher.matches(compared));
    }
  }
}
