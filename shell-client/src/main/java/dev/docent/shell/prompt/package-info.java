/** Where several questions follow each other: the prompt with its line editing, and the pipe. */
@NullMarked
package dev.docent.shell.prompt;

import org.jspecify.annotations.NullMarked;
