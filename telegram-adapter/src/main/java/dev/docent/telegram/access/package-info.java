/** Who may ask, who administers, and how much anybody may ask. */
@NullMarked
package dev.docent.telegram.access;

import org.jspecify.annotations.NullMarked;
