package dev.docent.onnx;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The native libraries that models need: ONNX Runtime's, and that which cuts text into tokens. Left alone, the first is
 * unpacked at every start into a temporary folder, which stays behind when the process is ended by a signal or by
 * {@link Runtime#halt}, and the second once into the home folder, where nobody looks whether it is whole.
 */
final class NativeLibraries {
  static final String PART = "libraries";

  private static final Library RUNTIME = new Library("onnxruntime", "onnxruntime.native.path");
  private static final Library TOKENIZERS = new Library("tokenizers", "RUST_LIBRARY_PATH");

  private NativeLibraries() {}

  /** @param place the property by which whoever loads it is told where it lies */
  private record Library(String name, String place) {
    boolean placed() {
      return System.getProperty(place) != null;
    }
  }

  /** A file of a library, by the name that it must have. */
  record Unpacked(PackedFile packed, String name) {}

  /** Does the loading, with the property set. */
  private interface Loading {
    void load();
  }

  /** The runtime's environment, the libraries taken from where they are kept, or from a folder that is gone at once. */
  static synchronized OrtEnvironment environment(KeptFolders folders) {
    String system = system(System.getProperty("os.name", ""));
    String processor = System.getProperty("os.arch", "");
    load(RUNTIME, runtime(system, processor), folders, Environment::get);
    List<Unpacked> tokenizers = tokenizers(system, processor);
    if (!tokenizers.isEmpty()) {
      load(TOKENIZERS, tokenizers, folders, LibUtils::checkStatus);
    }
    return Environment.get();
  }

  private static void load(Library library, List<Unpacked> files, KeptFolders folders, Loading loading) {
    if (library.placed() || files.isEmpty()) {
      return;
    }
    Optional<Path> kept = kept(library, files, folders);
    if (kept.isPresent()) {
      System.setProperty(library.place(), place(library, files, kept.get()));
    } else {
      loadForNow(library, files, folders, loading);
    }
  }

  // The tokenizers' loader takes a folder only on machines with a graphics card.
  private static String place(Library library, List<Unpacked> files, Path folder) {
    return (library == TOKENIZERS ? folder.resolve(files.getFirst().name()) : folder).toString();
  }

  private static Optional<Path> kept(Library library, List<Unpacked> files, KeptFolders folders) {
    try {
      Optional<String> version = files.getFirst().packed().version();
      if (version.isEmpty()) {
        return Optional.empty();
      }
      Optional<Path> kept = folders.find(library.name(), version.get(), PART);
      return kept.isPresent()
          ? kept
          : Optional.of(folders.make(library.name(), version.get(), draft -> unpack(files, draft)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  // What is loaded needs its file no longer, but on Windows, where it can't be taken away.
  private static void loadForNow(Library library, List<Unpacked> files, KeptFolders folders, Loading loading) {
    try {
      Path folder = Files.createTempDirectory("docent-" + library.name());
      try {
        unpack(files, folder);
        System.setProperty(library.place(), place(library, files, folder));
        loading.load();
      } finally {
        folders.forget(folder);
      }
    } catch (IOException e) {
      System.clearProperty(library.place());
    }
  }

  private static void unpack(List<Unpacked> files, Path folder) throws IOException {
    for (Unpacked file : files) {
      try (InputStream in = file.packed().open()) {
        Files.copy(in, folder.resolve(file.name()));
      }
    }
  }

  /** All that is needed of the runtime on a system; nothing where it has nothing for that. */
  static List<Unpacked> runtime(String system, String processor) {
    String arch = switch (processor) {
      case "amd64", "x86_64" -> "x64";
      case "aarch64", "arm64" -> "aarch64";
      default -> processor;
    };
    String folder = "/ai/onnxruntime/native/" + system + "-" + arch + "/";
    return all(folder, List.of("onnxruntime", "onnxruntime4j_jni"));
  }

  /** The same of the tokenizers; nothing on Windows, where their loader wants other libraries beside them. */
  static List<Unpacked> tokenizers(String system, String processor) {
    String arch = switch (processor) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "aarch64";
      default -> processor;
    };
    return "win".equals(system)
        ? List.of()
        : all("/native/lib/" + system + "-" + arch + "/cpu/", List.of("tokenizers"));
  }

  /** What both call a system. */
  static String system(String property) {
    String os = property.toLowerCase(Locale.ROOT);
    return os.contains("mac") ? "osx" : os.contains("win") ? "win" : os.contains("nux") ? "linux" : os;
  }

  private static List<Unpacked> all(String folder, List<String> libraries) {
    var files = new ArrayList<Unpacked>();
    for (String library : libraries) {
      String name = System.mapLibraryName(library);
      Optional<PackedFile> file = PackedFile.of(OrtEnvironment.class, folder + name);
      if (file.isEmpty()) {
        return List.of();
      }
      files.add(new Unpacked(file.get(), name));
    }
    return files;
  }
}
