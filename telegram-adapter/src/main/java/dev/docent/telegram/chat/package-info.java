/** The bot put together: every update goes to the room it concerns, and so does every pressed button. */
@NullMarked
package dev.docent.telegram.chat;

import org.jspecify.annotations.NullMarked;
