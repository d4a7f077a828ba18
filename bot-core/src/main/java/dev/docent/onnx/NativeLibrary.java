package dev.docent.onnx;

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
 * The native library of ONNX Runtime. Left alone, the runtime unpacks it at every start into a temporary folder, which
 * stays behind when the process is ended by a signal or by {@link Runtime#halt}.
 */
final class NativeLibrary {
  private static final String PLACE = "onnxruntime.native.path";
  private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  private NativeLibrary() {}

  /** The runtime's environment, its library taken from where it is kept, or from a folder that is gone again at once. */
  static OrtEnvironment environment(KeptFolders folders) {
    if (System.getProperty(PLACE) != null) {
      return OrtEnvironment.getEnvironment();
    }
    List<PackedFile> files = files(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    Optional<Path> kept = kept(files, folders);
    if (kept.isPresent() || files.isEmpty()) {
      kept.ifPresent(folder -> System.setProperty(PLACE, folder.toString()));
      return OrtEnvironment.getEnvironment();
    }
    return unpackedForNow(files, folders);
  }

  private static Optional<Path> kept(List<PackedFile> files, KeptFolders folders) {
    try {
      Optional<String> version = files.isEmpty() ? Optional.empty() : files.getFirst().version();
      if (version.isEmpty()) {
        return Optional.empty();
      }
      Optional<Path> kept = folders.find(NAMES.getFirst(), version.get());
      return kept.isPresent()
          ? kept
          : Optional.of(folders.make(NAMES.getFirst(), version.get(), draft -> unpack(files, draft)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  // What is loaded needs its file no longer, but on Windows, where it can't be taken away.
  private static OrtEnvironment unpackedForNow(List<PackedFile> files, KeptFolders folders) {
    try {
      Path folder = Files.createTempDirectory("docent-onnxruntime");
      try {
        unpack(files, folder);
        System.setProperty(PLACE, folder.toString());
        return OrtEnvironment.getEnvironment();
      } finally {
        folders.forget(folder);
      }
    } catch (IOException e) {
      System.clearProperty(PLACE);
      return OrtEnvironment.getEnvironment();
    }
  }

  private static void unpack(List<PackedFile> files, Path folder) throws IOException {
    for (int i = 0; i < files.size(); i++) {
      try (InputStream in = files.get(i).open()) {
        Files.copy(in, folder.resolve(System.mapLibraryName(NAMES.get(i))));
      }
    }
  }

  /** All that is needed of it on a system; nothing where it has nothing for that. */
  static List<PackedFile> files(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT);
    String name = os.contains("mac") ? "osx" : os.contains("win") ? "win" : os.contains("nux") ? "linux" : os;
    String arch = switch (processor) {
      case "amd64", "x86_64" -> "x64";
      case "aarch64", "arm64" -> "aarch64";
      default -> processor;
    };
    var files = new ArrayList<PackedFile>();
    for (String library : NAMES) {
      Optional<PackedFile> file = PackedFile.of(OrtEnvironment.class,
          "native/" + name + "-" + arch + "/" + System.mapLibraryName(library));
      if (file.isEmpty()) {
        return List.of();
      }
      files.add(file.get());
    }
    return files;
  }
}
