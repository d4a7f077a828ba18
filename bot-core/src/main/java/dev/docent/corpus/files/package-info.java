/**
 * The knowledge folder on disk: scanning it, decoding its files, and reading them into blocks: Markdown and plain text as
 * they stand, other formats through Apache Tika within bounds.
 */
@NullMarked
package dev.docent.corpus.files;

import org.jspecify.annotations.NullMarked;
