/**
 * The terminal client: one question, a pipe, a batch or a prompt. Here are its entry point and the context that holds its
 * parts; everything else is in a package of its own. Spring Shell keeps the commands; reading the command line and running
 * are Docent's own, because a question is anything one can type and exit codes matter.
 */
@NullMarked
package dev.docent.shell;

import org.jspecify.annotations.NullMarked;
