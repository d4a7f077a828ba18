/**
 * Bringing the index in line with the knowledge folder, and the receipt of what was done.
 */
@NullMarked
package dev.docent.reload;

import org.jspecify.annotations.NullMarked;
