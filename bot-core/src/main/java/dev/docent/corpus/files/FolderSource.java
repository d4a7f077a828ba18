package dev.docent.corpus.files;

import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource;
import dev.docent.corpus.LanguageDetector;
import dev.docent.corpus.files.FolderWalk.Seen;
import dev.docent.corpus.files.format.FileFormat;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.parser.ParserLink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The documents of a folder and its subfolders. Links are not followed; hidden files and editors' leavings are no documents. */
public final class FolderSource implements DocumentSource {

  /** Larger files are refused: they would be dumps, not documents. In bytes. */
  static final long MAX_BYTES = 64L << 20;

  private final Path folder;
  private final TextFileReader reader;
  private final FormatReader formats;
  private final LanguageDetector languages;
  private volatile FolderLanguages light;

  public FolderSource(Path folder, LanguageDetector languages) {
    this.folder = folder;
    this.languages = languages;
    this.light = new FolderLanguages(languages, List.of());
    this.reader = new TextFileReader(languages);
    this.formats = new FormatReader(languages, new ParserLink());
  }

  @Override
  public String place() {
    return "the knowledge folder " + folder;
  }

  @Override
  public Scan scan() {
    FolderWalk walk = walk();
    var found = new ArrayList<Found>();
    var skipped = new ArrayList<Skipped>();
    for (Seen file : walk.seen()) {
      Optional<String> refusal = refusal(file);
      if (refusal.isPresent()) {
        skipped.add(new Skipped(file.id(), refusal.get()));
      } else {
        found.add(new Found(file.id(), stamp(file), file.attributes().lastModifiedTime().toInstant()));
      }
    }
    light = new FolderLanguages(languages, found.stream().map(file -> folder.resolve(file.id())).toList());
    return new Scan(found, skipped, walk.closed());
  }

  @Override
  public String look() {
    return walk().fingerprint();
  }

  /** @throws CorpusUnavailableException when there is no such folder */
  public void mustBeThere() {
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "is not a folder" : "doesn't exist";
      throw new CorpusUnavailableException(
          place() + " " + what + ". Name another with --knowledge DIR.");
    }
  }

  private FolderWalk walk() {
    mustBeThere();
    try {
      return FolderWalk.of(folder);
    } catch (IOException e) {
      throw new CorpusUnavailableException(
          place() + " can't be read (" + e.getMessage() + "). Check its permissions.", e);
    }
  }

  @Override
  public ReadOutcome read(Found found) {
    Path file = folder.resolve(found.id());
    try {
      FileKind named = FileKind.of(found.id());
      FileFormat format = FileFormat.of(file, named);
      FileKind kind = format.kind(named);
      if (!kind.read()) {
        return new ReadOutcome.Unreadable(found.id(), "is " + format.words()
            + ", whatever its ending says; remove it, or run text recognition (OCR) on it");
      }
      ReadOutcome outcome = kind.text()
          ? reader.read(found, kind, Files.readAllBytes(file), light)
          : formats.read(found, kind, file, light);
      return format.fits(found.id()) ? outcome : lying(outcome, format);
    } catch (IOException e) {
      return new ReadOutcome.Unreadable(found.id(), "can't be read (" + e.getMessage() + "); check its permissions");
    }
  }

  private static ReadOutcome lying(ReadOutcome outcome, FileFormat format) {
    return switch (outcome) {
      case ReadOutcome.Read(Document document, List<String> remarks) -> {
        var all = new ArrayList<String>();
        all.add("is " + format.words() + ", whatever its ending says; read as that");
        all.addAll(remarks);
        yield new ReadOutcome.Read(document, all);
      }
      case ReadOutcome.Unreadable unreadable -> unreadable;
    };
  }

  private static Optional<String> refusal(Seen file) {
    if (!file.attributes().isRegularFile()) {
      return Optional.of("a link or special file");
    }
    if (!FileKind.of(file.id()).read()) {
      return Optional.of(FileKind.of(file.id()) == FileKind.PICTURE ? "a picture" : "not a kind of file I read");
    }
    return file.attributes().size() > MAX_BYTES
        ? Optional.of("larger than " + (MAX_BYTES >> 20) + " MB")
        : Optional.empty();
  }

  /** The hash of the content; of a file that can't be read, its size and time, so that mending it is noticed. */
  private static String stamp(Seen file) {
    try (InputStream in = Files.newInputStream(file.path())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      return "unread-" + file.attributes().size() + "-" + file.attributes().lastModifiedTime().toMillis();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
