package dev.docent.index.opensearch;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Real OpenSearch nodes, each a process of its own on the loopback address; they end with the tests. */
public final class Nodes implements AutoCloseable {
  private static final Path SERVER = Path.of("../opensearch-node/target").toAbsolutePath().normalize();
  private static @Nullable Nodes shared;
  private static int names;

  private final List<Process> processes = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  /** One node for all tests of this process. */
  public static synchronized Nodes one() {
    Nodes known = shared;
    if (known == null) {
      known = start(1);
      shared = known;
      Runtime.getRuntime().addShutdownHook(new Thread(known::close));
    }
    return known;
  }

  /** Nodes that make up a cluster of their own. Where they can't start, the test is skipped. */
  public static Nodes start(int count) {
    var nodes = new Nodes();
    try {
      Path home = Files.createTempDirectory("docent-nodes");
      int transport = free();
      String first = "127.0.0.1:" + transport;
      for (int i = 0; i < count; i++) {
        nodes.add(home.resolve("n" + i), "n" + i, i == 0 ? transport : free(), first);
      }
      nodes.listen();
      return nodes;
    } catch (IOException e) {
      nodes.close();
      Assumptions.abort("no OpenSearch node could be started here: " + e.getMessage());
      throw new UncheckedIOException(e);
    }
  }

  private void add(Path home, String name, int transport, String first) throws IOException {
    String classes;
    try (Stream<Path> plugin = Files.list(SERVER.resolve("knn"))) {
      classes = SERVER.resolve("classes") + File.pathSeparator
          + Files.readString(SERVER.resolve("node.classpath")).strip() + File.pathSeparator
          + plugin.filter(jar -> jar.toString().endsWith(".jar"))
              .map(Path::toString)
              .collect(Collectors.joining(File.pathSeparator));
    }
    Files.createDirectories(home);
    processes.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + System.getProperty("docent.node.heap", "512m"),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", classes,
        "dev.docent.searchnode.SearchNode", home.toString(), name, "0", Integer.toString(transport), "n0", first)
        .redirectError(home.resolve("errors").toFile())
        .start());
  }

  private void listen() throws IOException {
    for (Process process : processes) {
      var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = out.readLine();
      while (line != null && !line.startsWith("listening ")) {
        line = out.readLine();
      }
      if (line == null) {
        throw new IOException("the node ended");
      }
      ports.add(Integer.parseInt(line.substring("listening ".length())));
      Thread drain = new Thread(() -> out.lines().forEach(any -> {}));
      drain.setDaemon(true);
      drain.start();
    }
  }

  private static int free() throws IOException {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public String url(int node) {
    return "http://127.0.0.1:" + ports.get(node);
  }

  public long pid(int node) {
    return processes.get(node).pid();
  }

  /** As {@code kill -9} does. */
  public void kill(int node) throws InterruptedException {
    processes.get(node).destroyForcibly().waitFor();
  }

  /** Settings for an index of its own. */
  public Map<String, String> settings(int node) {
    return Map.of("url", url(node), "index", name(), "lease", "3");
  }

  private static synchronized String name() {
    return "t" + ProcessHandle.current().pid() + "_" + names++;
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
