/**
 * Whether passages carry what a model wrote, as far as rules can tell: its numbers, names, units, places and polarity.
 */
@NullMarked
package dev.docent.answer.claim;

import org.jspecify.annotations.NullMarked;
