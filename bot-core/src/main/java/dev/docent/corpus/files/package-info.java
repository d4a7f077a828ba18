/**
 * The knowledge folder on disk: scanning it, decoding its files, and reading them into blocks: Markdown and its
 * relatives as a reader of the page sees them, plain text as it stands, other formats through Apache Tika within bounds.
 */
@NullMarked
package dev.docent.corpus.files;

import org.jspecify.annotations.NullMarked;
