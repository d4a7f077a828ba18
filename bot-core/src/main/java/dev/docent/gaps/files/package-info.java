/** Gaps in a file on this machine. */
@NullMarked
package dev.docent.gaps.files;

import org.jspecify.annotations.NullMarked;
