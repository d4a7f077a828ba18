/**
 * What the index can do, whoever does it: answer lexical and dense queries on a stable view, and take one change at
 * a time, all or nothing.
 */
@NullMarked
package dev.docent.index;

import org.jspecify.annotations.NullMarked;
