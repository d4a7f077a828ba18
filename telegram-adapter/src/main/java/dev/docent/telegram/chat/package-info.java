/** Conversations: what an update means, questions and their answers, commands, buttons and files. */
@NullMarked
package dev.docent.telegram.chat;

import org.jspecify.annotations.NullMarked;
