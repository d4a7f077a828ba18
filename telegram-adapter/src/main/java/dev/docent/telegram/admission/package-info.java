/** How people and groups are let in or kept out, and who is asked about it. */
@NullMarked
package dev.docent.telegram.admission;

import org.jspecify.annotations.NullMarked;
