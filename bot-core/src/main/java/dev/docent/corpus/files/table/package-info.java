/** Tables read row by row, each row with the names of its columns, wherever they stand; those that are text, too. */
@NullMarked
package dev.docent.corpus.files.table;

import org.jspecify.annotations.NullMarked;
