/** What is read from files and from standard input: questions, expected answers, an earlier run. */
@NullMarked
package dev.docent.shell.input;

import org.jspecify.annotations.NullMarked;
