/** What Telegram allows: the table of methods and objects, and rules about texts, entities and floods. Knows no chats. */
@NullMarked
package dev.docent.telegram.rehearsal.rules;

import org.jspecify.annotations.NullMarked;
