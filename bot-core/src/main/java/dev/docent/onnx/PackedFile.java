package dev.docent.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** A file on the class path. */
record PackedFile(URL url) {

  static Optional<PackedFile> of(Class<?> owner, String resource) {
    @Nullable
    URL url = owner.getResource(resource);
    return url == null ? Optional.empty() : Optional.of(new PackedFile(url));
  }

  /** Tells this file from others of its name: the checksum that its jar keeps, so that nothing need be read. */
  Optional<String> version() throws IOException {
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      ZipEntry entry = jar.getJarEntry();
      return Optional.of("%08x-%x".formatted(entry.getCrc(), entry.getSize()));
    }
    return Optional.empty();
  }

  InputStream open() throws IOException {
    return url.openStream();
  }
}
