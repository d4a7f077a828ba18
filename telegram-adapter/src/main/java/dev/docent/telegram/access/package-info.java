/** Who may ask, who administers, how much anybody may ask, and the log of all that touches it. */
@NullMarked
package dev.docent.telegram.access;

import org.jspecify.annotations.NullMarked;
