package dev.docent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adapters that nobody pays for who doesn't use them: their jars lie in {@code extensions/NAME} beside the program's own,
 * and are loaded only when a setting names one.
 */
public final class Extensions {
  private static final String FOLDER = "extensions";

  private Extensions() {}

  /**
   * The service of an extension; of the class path, if it is there. One whose folder can't be read isn't.
   *
   * @param name the extension's folder: small letters, digits and dashes
   * @param which tells the service from others of its kind
   * @return empty when there is no such extension
   */
  public static <T extends Object> Optional<T> find(Class<T> service, String name, Predicate<T> which) {
    Optional<T> there = ServiceLoader.load(service).stream().map(ServiceLoader.Provider::get).filter(which).findFirst();
    if (there.isPresent()) {
      return there;
    }
    return folder(name).map(Extensions::loader)
        .flatMap(loader -> ServiceLoader.load(service, loader)
            .stream()
            .map(ServiceLoader.Provider::get)
            .filter(which)
            .findFirst());
  }

  /** Where an extension of this name would lie; null where the program isn't made of jars. */
  public static @Nullable Path place(String name) {
    CodeSource source = Extensions.class.getProtectionDomain().getCodeSource();
    if (source == null || !name.matches("[a-z0-9-]+")) {
      return null;
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar) ? jar.resolveSibling(FOLDER).resolve(name) : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  private static Optional<Path> folder(String name) {
    return Optional.ofNullable(place(name)).filter(Files::isDirectory).filter(Files::isReadable);
  }

  /** Never closed: what it loads is used to the end. */
  private static ClassLoader loader(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      URL[] jars = files.filter(file -> Objects.toString(file.getFileName()).endsWith(".jar"))
          .sorted()
          .map(Extensions::url)
          .toArray(URL[]::new);
      return new URLClassLoader(FOLDER + "/" + folder.getFileName(), jars, Extensions.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be read", e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(jar.toString(), e);
    }
  }
}
