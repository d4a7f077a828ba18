/** What an update means to the bot: who said what where, read from what Telegram sent. */
@NullMarked
package dev.docent.telegram.incoming;

import org.jspecify.annotations.NullMarked;
