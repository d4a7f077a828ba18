/** How the bot is, for whoever operates it: parts, figures, and a page on the loopback address. */
@NullMarked
package dev.docent.telegram.health;

import org.jspecify.annotations.NullMarked;
