/**
 * The index on Apache Lucene: BM25 (Robertson and Zaragoza, 2009) over language-specific fields, and nearest
 * neighbours over segment vectors. The only package that imports {@code org.apache.lucene}.
 */
@NullMarked
package dev.docent.index.lucene;

import org.jspecify.annotations.NullMarked;
