/** Makes the sets of questions that docs/quality.md is measured with, from the files of those who collected them. */
@NullMarked
package dev.docent.sets;

import org.jspecify.annotations.NullMarked;
