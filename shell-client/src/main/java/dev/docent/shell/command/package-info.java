/** The commands, a class each, and how one is run. A new command is listed in {@code CommandList}. */
@NullMarked
package dev.docent.shell.command;

import org.jspecify.annotations.NullMarked;
