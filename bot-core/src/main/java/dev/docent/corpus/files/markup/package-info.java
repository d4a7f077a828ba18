/** Texts in markup as a reader of the page sees them, in the lines that they have in the file. */
@NullMarked
package dev.docent.corpus.files.markup;

import org.jspecify.annotations.NullMarked;
