package dev.docent.index.lucene;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/** A directory whose files are closed to other accounts from the moment they are there, while they are still empty. */
final class OwnersDirectory extends FilterDirectory {
  private final Path folder;

  OwnersDirectory(Directory files, Path folder) {
    super(files);
    this.folder = folder;
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return closed(super.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
    return closed(super.createTempOutput(prefix, suffix, context));
  }

  @Override
  public Lock obtainLock(String name) throws IOException {
    Lock lock = super.obtainLock(name);
    OwnerOnly.file(folder.resolve(name));
    return lock;
  }

  private IndexOutput closed(IndexOutput output) throws IOException {
    OwnerOnly.file(folder.resolve(output.getName()));
    return output;
  }
}
