/** The text of a PDF in the order it is read in: columns, tables, notes, forms, and lines that run over. */
@NullMarked
package dev.docent.corpus.files.pdf;

import org.jspecify.annotations.NullMarked;
