/** A rehearsal: a person in a terminal, or lines from a pipe, chatting with a bot through the server. */
@NullMarked
package dev.docent.telegram.rehearsal.terminal;

import org.jspecify.annotations.NullMarked;
