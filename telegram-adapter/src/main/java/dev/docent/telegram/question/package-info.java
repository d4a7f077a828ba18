/** Questions: taken on, joined, changed and stopped, and the way of each to its answer. */
@NullMarked
package dev.docent.telegram.question;

import org.jspecify.annotations.NullMarked;
