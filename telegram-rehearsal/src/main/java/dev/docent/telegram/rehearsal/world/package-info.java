/** What the server knows, behind one lock: chats with their messages, updates, presses; and the methods that change it. */
@NullMarked
package dev.docent.telegram.rehearsal.world;

import org.jspecify.annotations.NullMarked;
