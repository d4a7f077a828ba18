/** Programs whose start bench/start measures, and the one that measures them. */
@NullMarked
package dev.docent.start;

import org.jspecify.annotations.NullMarked;
