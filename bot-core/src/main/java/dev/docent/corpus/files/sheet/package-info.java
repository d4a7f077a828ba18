/** The sheets of spreadsheets, with their numbers as they are shown. */
@NullMarked
package dev.docent.corpus.files.sheet;

import org.jspecify.annotations.NullMarked;
