/** The socket, the way of a request from its name to its outcome, and what goes wrong on demand. */
@NullMarked
package dev.docent.telegram.rehearsal.server;

import org.jspecify.annotations.NullMarked;
