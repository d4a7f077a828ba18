/**
 * Whether what a model wrote stands on what it was shown, as far as rules can tell: its quotes, numbers, names and
 * identifiers.
 */
@NullMarked
package dev.docent.answer.claim;

import org.jspecify.annotations.NullMarked;
