package dev.docent.corpus.files.parser;

import dev.docent.corpus.Document;
import dev.docent.corpus.Language;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A parser process whose parsers do what the file's name says. */
public final class Misbehaving {
  private Misbehaving() {}

  public static void main(String[] arguments) throws IOException {
    ParserProcess.serve(Misbehaving::parse);
  }

  private static Extracted parse(FileKind kind, Path file, Set<Language> folder) throws Exception {
    return switch (Document.titleByName(file.toString())) {
      case "hang" -> loop();
      case "hoard" -> hoard();
      case "crash" -> crash();
      case "deep" -> deep(0);
      case "chatter" -> {
        System.out.println("Parsers print things.");
        System.setProperty("left.behind", file.toString());
        yield TikaParsers.parse(kind, file);
      }
      default -> TikaParsers.parse(kind, file);
    };
  }

  /** Hears no interruption. */
  private static Extracted loop() {
    long n = 0;
    while (n >= 0) {
      n = n * 31 & Long.MAX_VALUE;
    }
    throw new IllegalStateException();
  }

  private static Extracted hoard() {
    List<byte[]> all = new ArrayList<>();
    while (!all.isEmpty() || all.add(new byte[1])) {
      all.add(new byte[10 << 20]);
    }
    throw new IllegalStateException();
  }

  private static Extracted crash() {
    Runtime.getRuntime().halt(134);
    throw new IllegalStateException();
  }

  private static Extracted deep(int level) {
    return level < 0 ? crash() : deep(level + 1 & Integer.MAX_VALUE);
  }
}
