/** What people in chats see and do: people, chats, messages, drafts, and all that happens there. */
@NullMarked
package dev.docent.telegram.rehearsal.chat;

import org.jspecify.annotations.NullMarked;
