/**
 * Understands what is typed, as arguments of the process or at the prompt: commands, options, slips, questions; and explains
 * what there is to be typed, as help and as completion scripts. Knows no command by itself.
 */
@NullMarked
package dev.docent.shell.line;

import org.jspecify.annotations.NullMarked;
