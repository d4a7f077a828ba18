package dev.docent.index.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;

/** How the index is written. */
final class Writing {

  /** An index of so many Lucene documents, at two kilobytes each, is rewritten in a moment. */
  private static final int SMALL = 5_000;
  /** In a part of a larger index, this share of deleted documents, in percent, makes no difference. */
  private static final double DELETED = 1;

  /**
   * Vectors lie flat: a hundred thousand are compared in some milliseconds and lose none, while a graph of them would
   * have to be built anew with every merge.
   */
  private static final KnnVectorsFormat FLAT = new Lucene99HnswVectorsFormat(Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
      Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH, 1, null, Integer.MAX_VALUE);

  private static final Codec CODEC = new Lucene104Codec() {
    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return FLAT;
    }
  };

  private Writing() {}

  /**
   * Words of deleted documents count in a term's rarity until they are merged away. After this a small folder weighs its
   * words as if it had been read anew, and so, nearly, does a large one.
   */
  static void mergeDeleted(IndexWriter writer) throws IOException {
    writer.flush();
    // What is being merged already is passed over by the second merge, and given up when the writer is closed.
    if (writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler merging) {
      merging.sync();
    }
    if (writer.getConfig().getMergePolicy() instanceof TieredMergePolicy policy) {
      policy.setForceMergeDeletesPctAllowed(writer.getDocStats().maxDoc < SMALL ? 0 : DELETED);
    }
    writer.forceMergeDeletes();
  }

  static IndexWriterConfig config(Analyzer analyzer) {
    var config = new IndexWriterConfig(analyzer);
    config.setCommitOnClose(false);
    config.setCodec(CODEC);
    config.setMergePolicy(new TieredMergePolicy());
    return config;
  }
}
