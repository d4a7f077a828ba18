/** Docent in Telegram: a client of the core's inbound port that polls the Bot API and answers people in chats. */
@NullMarked
package dev.docent.telegram;

import org.jspecify.annotations.NullMarked;
