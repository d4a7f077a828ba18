/**
 * The index on Apache Lucene: BM25 (Robertson and Zaragoza, 2009) over language-specific fields, and nearest
 * neighbours over segment vectors.
 */
@NullMarked
package dev.docent.index.lucene;

import org.jspecify.annotations.NullMarked;
