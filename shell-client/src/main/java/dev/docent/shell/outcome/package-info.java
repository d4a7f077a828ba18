/** How a run ends: its exit code, what is said when it fails, what an interruption does. */
@NullMarked
package dev.docent.shell.outcome;

import org.jspecify.annotations.NullMarked;
