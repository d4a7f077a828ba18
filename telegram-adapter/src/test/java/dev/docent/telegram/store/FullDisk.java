package dev.docent.telegram.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system whose disk can be full. */
public final class FullDisk extends FilePathWrapper {
  static final String SCHEME = "fulldisk";
  static volatile boolean full;

  static void register() {
    FilePath.register(new FullDisk());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel real = super.open(mode);
    return new FileBaseDefault() {
      @Override
      public long size() throws IOException {
        return real.size();
      }

      @Override
      public int read(ByteBuffer target, long position) throws IOException {
        return real.read(target, position);
      }

      @Override
      public int write(ByteBuffer source, long position) throws IOException {
        if (full) {
          throw new IOException("No space left on device");
        }
        return real.write(source, position);
      }

      @Override
      public void force(boolean metaData) throws IOException {
        real.force(metaData);
      }

      @Override
      protected void implTruncate(long size) throws IOException {
        real.truncate(size);
      }

      @Override
      public java.nio.channels.FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
      }

      @Override
      protected void implCloseChannel() throws IOException {
        real.close();
      }
    };
  }
}
