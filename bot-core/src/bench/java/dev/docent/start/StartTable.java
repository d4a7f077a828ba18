package dev.docent.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Prints what a question asked from the command line takes, from the start of the process to its end, beside other
 * programs, each in turn in every round. Arguments: this repository's folder, a folder to work in, the number of rounds.
 */
final class StartTable {
  /** What the launcher gives to commands that end in a second. */
  static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=10",
      "-XX:+UseSerialGC");

  private final Path home;
  private final Path work;
  private final int rounds;
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private StartTable(Path home, Path work, int rounds) {
    this.home = home;
    this.work = work;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new StartTable(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2])).print();
  }

  private void print() throws IOException, InterruptedException {
    List<Contestant> contestants = contestants();
    Map<String, List<Run>> runs = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Contestant one : contestants) {
        runs.computeIfAbsent(one.name(), n -> new ArrayList<>()).add(one.run(work));
      }
    }
    System.out.printf("Whole processes, %d rounds in turn, %d cores, Java %s%n%n", rounds,
        Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
    System.out.println(
        "| | median, s | least, s | of a processor, s | Docent takes, of its time | and of its processor time |");
    System.out.println("|---|---|---|---|---|---|");
    List<Run> docent = runs.values().iterator().next();
    runs.forEach((name, taken) -> System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n", name,
        median(taken, Run::seconds), taken.stream().mapToDouble(Run::seconds).min().orElse(0),
        median(taken, Run::processor), ratio(docent, taken, Run::seconds), ratio(docent, taken, Run::processor)));
  }

  private List<Contestant> contestants() throws IOException, InterruptedException {
    Path programs = ClassPath.jar(work);
    Path lib = home.resolve("target/lib");
    String easy = ClassPath.of(programs, ClassPath.here(), ClassPath.EASY_RAG);
    String boot;
    try (Stream<Path> jars = Files.list(lib)) {
      boot = ClassPath.of(programs, jars.sorted(), ClassPath.BOOT);
    }
    List<String> rag = List.of("dev.docent.start.EasyRagStart", home.resolve("knowledge").toString(), Home.QUESTION);
    List<String> bareBoot = List.of("dev.docent.start.BareBootStart");
    var docent = new Home(home, work.resolve("home"));
    docent.warm(work);
    return List.of(docent.asking(), program("LangChain4j easy RAG, plain java", List.of(), easy, rag, "ambassador"),
        cached("LangChain4j easy RAG, Docent's options and an AOT cache", easy, rag, "ambassador"),
        cached("Spring Boot that prints a line, the same options and an AOT cache", boot, bareBoot, "started"),
        program("Java that prints a line, the same options", QUICK, programs.toString(),
            List.of("dev.docent.start.BareStart"), "started"));
  }

  private Contestant program(String name, List<String> options, String classPath, List<String> arguments,
      String expected) {
    var command = new ArrayList<String>();
    command.add(java);
    command.addAll(options);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
    command.addAll(arguments);
    return new Contestant(name, command, expected, Map.of());
  }

  private Contestant cached(String name, String classPath, List<String> arguments, String expected)
      throws IOException, InterruptedException {
    Path cache = work.resolve(arguments.getFirst() + ".aot");
    var training = new ArrayList<>(QUICK);
    training.add("-XX:AOTCacheOutput=" + cache);
    program(name, training, classPath, arguments, expected).run(work);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("no AOT cache was made for " + name + "; that needs Java 25");
    }
    var options = new ArrayList<>(QUICK);
    options.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
    return program(name, options, classPath, arguments, expected);
  }

  /** The median of the rounds' ratios: what disturbs one round disturbs both. */
  private static double ratio(List<Run> docent, List<Run> other, ToDoubleFunction<Run> figure) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < docent.size(); i++) {
      ratios.add(figure.applyAsDouble(docent.get(i)) / figure.applyAsDouble(other.get(i)));
    }
    return middle(ratios);
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
    return middle(runs.stream().map(figure::applyAsDouble).toList());
  }

  private static double middle(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }
}
