/** The terms of a language, and what of a segment they are made of: alike for every index. */
@NullMarked
package dev.docent.index.analysis;

import org.jspecify.annotations.NullMarked;
