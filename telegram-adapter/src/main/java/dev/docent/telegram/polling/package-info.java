/** Fetches updates, writes them down, and only then lets Telegram forget them. */
@NullMarked
package dev.docent.telegram.polling;

import org.jspecify.annotations.NullMarked;
