/** What was asked and not answered, kept so that the owner of the documents sees which one is missing. */
@NullMarked
package dev.docent.gaps;

import org.jspecify.annotations.NullMarked;
