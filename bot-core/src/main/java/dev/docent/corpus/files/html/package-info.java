/** The blocks of a page, and of what else Tika tells as one. */
@NullMarked
package dev.docent.corpus.files.html;

import org.jspecify.annotations.NullMarked;
