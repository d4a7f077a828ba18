/** Words in the language of a person, and messages with their formatting, cut to what Telegram takes. */
@NullMarked
package dev.docent.telegram.text;

import org.jspecify.annotations.NullMarked;
