package dev.docent.corpus.files.parser;

import dev.docent.corpus.files.WrittenFiles;
import dev.docent.corpus.files.format.FileKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prints what a parser process of its own costs: the first file and each following one, there and in this process. Each
 * way should be run in a fresh program; the argument is {@code process} or {@code here}.
 */
final class ParserCost {
  private static final int FILES = 40;

  private ParserCost() {}

  private interface Way {
    void parse(FileKind kind, Path file) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("docent-parser-cost");
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Path pdf = folder.resolve(i + ".pdf");
      WrittenFiles.pdf(pdf, pages(), List.of(), "");
      files.add(pdf);
      Path docx = folder.resolve(i + ".docx");
      WrittenFiles.docx(docx, "# Harbour\n" + "The harbour of Skarvik is old. ".repeat(200));
      files.add(docx);
    }
    var link = new ParserLink();
    Way way = arguments[0].equals("process") ? link::parse : TikaParsers::parse;
    var millis = new ArrayList<Double>();
    for (Path file : files) {
      long began = System.nanoTime();
      way.parse(FileKind.of(file.toString()), file);
      millis.add((System.nanoTime() - began) / 1e6);
    }
    double first = millis.removeFirst();
    Collections.sort(millis);
    System.out.printf("| %s | %.0f | %.0f |%n",
        arguments[0].equals("process") ? "a process of its own" : "in the program", first,
        millis.get(millis.size() / 2));
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder);
    System.exit(0);
  }

  private static List<String> pages() {
    return IntStream.range(0, 10).mapToObj(page -> "The harbour of Skarvik is old.\n".repeat(30)).toList();
  }
}
