/**
 * Questions with expected answers in, figures out: what every change to retrieval or reading is measured with.
 */
@NullMarked
package dev.docent.evaluation;

import org.jspecify.annotations.NullMarked;
