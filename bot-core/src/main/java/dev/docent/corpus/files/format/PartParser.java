package dev.docent.corpus.files.format;

import dev.docent.corpus.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/** Parses a file that lies in another one, such as what came with a mail. */
@FunctionalInterface
public interface PartParser {

  /**
   * @param folder the languages in whose light an encoding is guessed
   * @param depth in how many others the file lies
   */
  Extracted parse(FileKind kind, Path file, Set<Language> folder, int depth)
      throws IOException, SAXException, TikaException;
}
