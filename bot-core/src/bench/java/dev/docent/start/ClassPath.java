package dev.docent.start;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Class paths for the programs that run beside Docent: of jars only, for an AOT cache takes no folders. */
final class ClassPath {
  /** What EasyRagStart loads classes from. */
  static final String EASY_RAG = "langchain4j-.*|onnxruntime-.*|tokenizers-.*|api-0.*|slf4j-api.*|slf4j-nop.*|jackson-.*"
      + "|jspecify.*|jna-.*|gson-.*|commons-compress.*|commons-lang3.*|commons-io.*|opennlp-tools.*|jtokkit.*";
  /** What Spring Boot's plainest starter brings. */
  static final String BOOT = "spring-(boot|core|beans|context|aop|expression)-\\d.*|spring-boot-(autoconfigure|starter).*"
      + "|logback-.*|slf4j-api.*|jul-to-slf4j.*|log4j-.*|jakarta.annotation.*|micrometer-.*|snakeyaml.*|jspecify.*"
      + "|commons-logging.*";

  private ClassPath() {}

  /** Those of the given jars whose file names fit, with the programs' own jar before them. */
  static String of(Path own, Stream<Path> jars, String names) {
    return Stream.concat(Stream.of(own), jars.filter(jar -> jar.getFileName().toString().matches("(?:" + names + ")")))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The jars of this program. */
  static Stream<Path> here() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of);
  }

  /** A jar of this package's programs. */
  static Path jar(Path folder) throws IOException {
    Path jar = folder.resolve("programs.jar");
    try (OutputStream out = Files.newOutputStream(jar); var packed = new JarOutputStream(out)) {
      for (Class<?> program : List.of(BareStart.class, BareBootStart.class, EasyRagStart.class)) {
        String name = program.getName().replace('.', '/') + ".class";
        packed.putNextEntry(new JarEntry(name));
        try (var in = ClassPath.class.getClassLoader().getResourceAsStream(name)) {
          if (in == null) {
            throw new IOException(name + " is not on the class path");
          }
          in.transferTo(packed);
        }
        packed.closeEntry();
      }
    }
    return jar;
  }
}
