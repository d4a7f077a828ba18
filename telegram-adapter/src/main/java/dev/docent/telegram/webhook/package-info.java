/** Takes in updates that Telegram brings, and says yes to each only when it is written down. */
@NullMarked
package dev.docent.telegram.webhook;

import org.jspecify.annotations.NullMarked;
